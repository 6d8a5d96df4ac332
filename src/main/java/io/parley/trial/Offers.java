package io.parley.trial;

import io.parley.model.CodecSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamDraft;
import io.parley.phone.DataSheet;
import io.parley.phone.SrtpMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What we offer and take, so that a phone of that data sheet can.
 *
 * @param sheet of that phone
 * @param mode how it is set to secure media
 */
record Offers(DataSheet sheet, SrtpMode mode) {
  private static final List<String> SUITES = List.of("AES_CM_128_HMAC_SHA1_80");

  /** Its codecs in its order, with the payload types that it uses. */
  List<CodecSpec> codecs() {
    List<String> names = sheet.codecs().value().orElse(List.of("PCMU", "PCMA"));
    Map<String, Integer> types = sheet.payloadTypes().value().orElse(Map.of());
    return names.stream()
        .map(
            n -> {
              CodecSpec c = CodecSpec.parse(n);
              OptionalInt type =
                  types.containsKey(n) ? OptionalInt.of(types.get(n)) : OptionalInt.empty();
              return new CodecSpec(c.name(), c.clock(), c.channels(), type, c.fmtp());
            })
        .toList();
  }

  /** What it takes by its settings: these codecs, and keys where it insists on them. */
  OfferSpec offered(List<CodecSpec> codecs) {
    SrtpSpec keys = mode == SrtpMode.MANDATORY ? secure() : new SrtpSpec.None();
    return spec(codecs, Optional.of(keys));
  }

  /** One codec, secured as it was offered. */
  OfferSpec taking(CodecSpec codec) {
    return spec(List.of(codec), Optional.empty());
  }

  /** Anything that it can, secured or not. */
  OfferSpec taking(boolean secured) {
    return spec(codecs(), Optional.of(secured ? secure() : new SrtpSpec.None()));
  }

  private SrtpSpec secure() {
    return SrtpSpec.Sdes.of(sheet.srtp().suites().value().orElse(SUITES));
  }

  private OfferSpec spec(List<CodecSpec> codecs, Optional<SrtpSpec> srtp) {
    List<CodecSpec> all = new ArrayList<>(codecs);
    CodecSpec event = CodecSpec.parse("telephone-event");
    Optional<Integer> type = sheet.dtmf().payloadType().value();
    all.add(
        new CodecSpec(
            event.name(),
            event.clock(),
            event.channels(),
            type.map(OptionalInt::of).orElse(OptionalInt.empty()),
            event.fmtp()));
    StreamDraft out = new StreamDraft().codecs(all);
    srtp.ifPresent(out::srtp);
    return OfferSpec.of(out.done());
  }
}
