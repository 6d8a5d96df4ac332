package io.parley.phone;

import io.parley.model.CodecSpec;
import io.parley.sdp.CryptoSuite;
import io.parley.sdp.KnownCodec;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the facts of a data sheet can be facts of a phone, and fit each other. */
final class SheetCheck {
  private static final String TOKEN = "[A-Za-z0-9.!%*_+`'~-]+";

  private final DataSheet sheet;
  private final Problems problems;

  SheetCheck(DataSheet sheet, Problems problems) {
    this.sheet = sheet;
    this.problems = problems;
  }

  /** Notes everything that cannot be. */
  void check() {
    sheet.codecs().value().ifPresent(this::codecs);
    sheet.payloadTypes().value().ifPresent(this::payloadTypes);
    within("ptime", sheet.ptime(), 1, 10_000);
    within("dtmf.payload-type", sheet.dtmf().payloadType(), 96, 127);
    within("registration.expires", sheet.registration().expires(), 1, 86_400 * 7);
    srtp(sheet.srtp());
    notEmpty("dtmf.methods", sheet.dtmf().methods());
    notEmpty("transport", sheet.transport());
    sheet
        .headers()
        .forEach(
            (name, habit) -> {
              if (!name.matches(TOKEN)) {
                problems.add(habit.at(), "headers: expected a header name, found '" + name + "'");
              }
            });
  }

  private void codecs(List<String> codecs) {
    notEmpty("codecs", sheet.codecs());
    Set<String> seen = new HashSet<>();
    for (String text : codecs) {
      codec(text);
      if (!seen.add(text)) {
        problems.add(sheet.codecs().at(), "codecs: '" + text + "' is there twice");
      }
    }
  }

  private void codec(String text) {
    try {
      CodecSpec spec = CodecSpec.parse(text);
      if (spec.clock().isEmpty() && !KnownCodec.isKnown(spec.name())) {
        problems.add(
            sheet.codecs().at(),
            "codecs: unknown codec '" + text + "'",
            meant(text, KnownCodec.names())
                + "A codec of another name needs its clock: "
                + text
                + "/8000.");
      }
    } catch (IllegalArgumentException e) {
      problems.add(sheet.codecs().at(), "codecs: " + e.getMessage());
    }
  }

  private void payloadTypes(Map<String, Integer> types) {
    List<String> codecs = sheet.codecs().value().orElse(List.of());
    types.forEach(
        (codec, type) -> {
          if (type < 0 || type > 127) {
            problems.add(
                sheet.payloadTypes().at(),
                "payload-types: " + codec + ": expected 0 to 127, found " + type);
          }
          if (!codecs.isEmpty() && !codecs.contains(codec)) {
            problems.add(
                sheet.payloadTypes().at(),
                "payload-types: '" + codec + "' is none of its codecs",
                Suggestion.hint(codec, "Codecs", codecs));
          }
        });
  }

  private void srtp(DataSheet.Srtp srtp) {
    notEmpty("srtp.modes", srtp.modes());
    Optional<List<SrtpMode>> modes = srtp.modes().value();
    srtp.standard()
        .value()
        .filter(m -> modes.isPresent() && !modes.get().contains(m))
        .ifPresent(
            m ->
                problems.add(
                    srtp.standard().at(), "srtp.default: '" + m + "' is none of its modes"));
    for (String suite : srtp.suites().value().orElse(List.of())) {
      if (CryptoSuite.keyBytes(suite).isEmpty()) {
        problems.add(
            srtp.suites().at(),
            "srtp.suites: unknown suite '" + suite + "'",
            Suggestion.hint(suite, "Suites", CryptoSuite.names()));
      }
    }
  }

  private void within(String name, Fact<Integer> fact, int from, int to) {
    fact.value()
        .filter(v -> v < from || v > to)
        .ifPresent(
            v ->
                problems.add(
                    fact.at(), name + ": expected " + from + " to " + to + ", found " + v));
  }

  private void notEmpty(String name, Fact<? extends List<?>> fact) {
    if (fact.value().isPresent() && fact.value().get().isEmpty()) {
      problems.add(
          fact.at(), name + ": expected at least one, found an empty list", "Say 'unknown: …'.");
    }
  }

  private static String meant(String text, List<String> known) {
    return Suggestion.nearest(text, known).map(n -> "Did you mean '" + n + "'? ").orElse("");
  }
}
