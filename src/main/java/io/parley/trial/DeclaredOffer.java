package io.parley.trial;

import io.parley.model.CodecSpec;
import io.parley.phone.DataSheet;
import io.parley.phone.DtmfMethod;
import io.parley.phone.OptionalSrtp;
import io.parley.phone.SrtpMode;
import io.parley.sdp.Codec;
import io.parley.sdp.Crypto;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether the offer of a phone is what its data sheet says.
 *
 * @param sheet of that phone
 * @param mode how it is set to secure media
 */
record DeclaredOffer(DataSheet sheet, SrtpMode mode) {
  private static final String EVENT = "telephone-event";

  /** Everything, the coarse before the fine; an offer without audio is one broken sighting. */
  List<Sighting> of(Sdp offer) {
    List<Sighting> out = new ArrayList<>();
    Optional<Media> audio = offer.audio();
    if (audio.isEmpty()) {
      out.add(
          Sighting.by("RFC 3264 §5", "codecs", false, "an audio stream", "an offer without one"));
      return out;
    }
    Declared declared = new Declared(out);
    codecs(declared, audio.get());
    payloadTypes(declared, audio.get());
    ptime(declared, audio.get());
    security(declared, offer, audio.get());
    digits(declared, audio.get());
    return out;
  }

  private void codecs(Declared declared, Media audio) {
    List<Codec> speech = audio.codecs().stream().filter(Codec::isSpeech).toList();
    List<String> found = speech.stream().map(Codec::name).toList();
    declared.hold(
        "codecs",
        sheet.codecs(),
        found,
        (known, f) -> same(known, speech),
        Optional.of(audio.line().text()));
  }

  private static boolean same(List<String> known, List<Codec> found) {
    boolean same = known.size() == found.size();
    for (int i = 0; same && i < known.size(); i++) {
      same = found.get(i).fits(CodecSpec.parse(known.get(i)));
    }
    return same;
  }

  /** Codecs that the sheet names no payload type for have static ones, of which all know. */
  private void payloadTypes(Declared declared, Media audio) {
    Map<String, Integer> known = sheet.payloadTypes().value().orElse(Map.of());
    Optional<Codec> other =
        audio.codecs().stream()
            .filter(Codec::isSpeech)
            .filter(c -> c.payloadType() != declaredType(known, c).orElse(c.payloadType()))
            .findFirst();
    declared.hold(
        "payload-types",
        sheet.payloadTypes(),
        other.map(c -> c.name() + " as " + c.payloadType()).orElse("as declared"),
        (types, found) -> other.isEmpty(),
        other.flatMap(c -> rtpmap(audio, c)));
  }

  private static Optional<Integer> declaredType(Map<String, Integer> known, Codec codec) {
    return known.entrySet().stream()
        .filter(e -> codec.fits(CodecSpec.parse(e.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void ptime(Declared declared, Media audio) {
    String found = audio.ptime().isPresent() ? "" + audio.ptime().getAsInt() : "no a=ptime";
    declared.hold(
        "ptime",
        sheet.ptime(),
        found,
        // Nothing said is the usual of RFC 3551: 20 ms.
        (known, f) -> audio.ptime().orElse(20) == known,
        audio.ptime().isPresent() ? Optional.of("a=ptime:" + found) : Optional.empty());
  }

  private void security(Declared declared, Sdp offer, Media audio) {
    List<Media> streams = offer.media().stream().filter(m -> m.kind().equals("audio")).toList();
    boolean secure = audio.isSecure();
    boolean keys = streams.stream().anyMatch(m -> !m.cryptos().isEmpty());
    boolean clear = streams.stream().anyMatch(m -> !m.isSecure());
    SrtpMode found =
        !secure && !keys ? SrtpMode.OFF : clear ? SrtpMode.OPTIONAL : SrtpMode.MANDATORY;
    declared.add(
        "srtp.mode",
        sheet.srtp().modes().value().isPresent() ? sheet.srtp().modes() : sheet.srtp().standard(),
        mode.toString(),
        found + " (" + audio.protocol() + (keys ? " with keys)" : " without keys)"),
        found == mode,
        Optional.of(audio.line().text()));
    if (found == SrtpMode.OPTIONAL) {
      optional(declared, streams);
    }
    if (found != SrtpMode.OFF) {
      List<String> suites =
          streams.stream()
              .flatMap(m -> m.cryptos().stream())
              .map(Crypto::suite)
              .distinct()
              .toList();
      declared.equal("srtp.suites", sheet.srtp().suites(), suites, crypto(streams));
    }
  }

  private void optional(Declared declared, List<Media> streams) {
    OptionalSrtp found = streams.size() > 1 ? OptionalSrtp.TWO_STREAMS : OptionalSrtp.CRYPTO_IN_AVP;
    sheet
        .srtp()
        .optionalOffer()
        .ifPresent(
            f ->
                declared.equal(
                    "srtp.optional-offer", f, found, Optional.of(streams.get(0).line().text())));
  }

  /** The suites, never the keys. */
  private static Optional<String> crypto(List<Media> streams) {
    return streams.stream()
        .flatMap(m -> m.cryptos().stream())
        .map(c -> "a=crypto:" + c.tag() + " " + c.suite() + " …")
        .findFirst();
  }

  private void digits(Declared declared, Media audio) {
    Optional<Codec> event =
        audio.codecs().stream().filter(c -> c.name().equalsIgnoreCase(EVENT)).findFirst();
    boolean wanted =
        sheet.dtmf().methods().value().filter(m -> m.get(0) == DtmfMethod.RFC4733).isPresent();
    if (wanted) {
      declared.add(
          "dtmf.methods",
          sheet.dtmf().methods(),
          EVENT,
          event.isPresent() ? EVENT : "no " + EVENT,
          event.isPresent(),
          Optional.of(audio.line().text()));
    }
    event.ifPresent(
        e ->
            declared.equal(
                "dtmf.payload-type",
                sheet.dtmf().payloadType(),
                e.payloadType(),
                rtpmap(audio, e)));
  }

  private static Optional<String> rtpmap(Media audio, Codec codec) {
    return audio.attributeLines("rtpmap").stream()
        .map(SdpLine::text)
        .filter(l -> l.contains("rtpmap:" + codec.payloadType() + " "))
        .findFirst()
        .or(() -> Optional.of(audio.line().text()));
  }
}
