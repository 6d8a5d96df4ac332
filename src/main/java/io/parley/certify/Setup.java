package io.parley.certify;

import io.parley.model.CodecSpec;
import io.parley.phone.DtmfMethod;
import io.parley.phone.Phone;
import io.parley.phone.SrtpMode;
import io.parley.phone.TransportWord;
import io.parley.profile.Profile;
import io.parley.sdp.KnownCodec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A phone as it is set up for a far end: as delivered, but for media security that the far end
 * demands. What is not known of the phone is played as most phones do.
 *
 * @param phone the phone
 * @param farEnd the profile of the far end; empty = none was chosen
 */
record Setup(Phone phone, Optional<Profile> farEnd) {

  /** The codecs as delivered, in order, without telephone-event. */
  List<CodecSpec> codecs() {
    return phone.sheet().codecs().value().orElse(List.of("PCMU", "PCMA")).stream()
        .map(CodecSpec::parse)
        .toList();
  }

  /** Those that the far end has too; all of them where nobody says what it has. */
  List<CodecSpec> common() {
    return codecs().stream().filter(this::farEndHas).toList();
  }

  /** Those that the far end does not have. */
  List<CodecSpec> foreign() {
    return codecs().stream().filter(c -> !farEndHas(c)).toList();
  }

  /** The mode of media security: as delivered, or mandatory where the far end demands SRTP. */
  SrtpMode srtp() {
    SrtpMode delivered = delivered();
    return isSrtpDemanded() && modes().contains(SrtpMode.MANDATORY)
        ? SrtpMode.MANDATORY
        : delivered;
  }

  /** The mode in which it is delivered. */
  SrtpMode delivered() {
    return phone.sheet().srtp().standard().value().orElse(SrtpMode.OFF);
  }

  /** The modes that it can be set to. */
  List<SrtpMode> modes() {
    return phone.sheet().srtp().modes().value().orElse(List.of(SrtpMode.values()));
  }

  /** How it sends digits. */
  List<DtmfMethod> dtmf() {
    return phone.sheet().dtmf().methods().value().orElse(List.of(DtmfMethod.RFC4733));
  }

  /** The transport that it uses as delivered. */
  TransportWord transport() {
    return phone.sheet().transport().value().orElse(List.of(TransportWord.UDP)).get(0);
  }

  /** What was changed at the phone. */
  List<String> remarks() {
    return srtp() == delivered()
        ? List.of()
        : List.of(
            "The phone was set to SRTP mandatory, which the far end demands; it is delivered with"
                + " SRTP "
                + delivered());
  }

  private boolean isSrtpDemanded() {
    return farEnd.map(p -> p.media().srtpRequired()).orElse(false);
  }

  private boolean farEndHas(CodecSpec codec) {
    List<CodecSpec> known = farEnd.map(p -> p.media().codecs()).orElse(List.of());
    return known.isEmpty() || known.stream().anyMatch(k -> name(k).equals(name(codec)));
  }

  private static String name(CodecSpec codec) {
    return KnownCodec.of(codec).map(KnownCodec::name).orElse(codec.name()).toLowerCase(Locale.ROOT);
  }
}
