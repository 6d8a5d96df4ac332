package io.parley.cli;

import io.parley.diagnosis.ReleaseCause;
import io.parley.diagnosis.ReleaseCause.Mapped;
import io.parley.explain.Release;
import io.parley.sip.ReasonPhrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Release causes and the Reason headers that carry them, as a terminal shows them.
 *
 * @param palette how words are coloured
 */
record CauseText(Palette palette) {

  /** What a Reason header says, who raised it, and how it goes with the status. */
  List<String> lines(Release r) {
    List<String> out = new ArrayList<>();
    if (r.in().matches("[A-Z]+")) {
      String text = r.value().text().isEmpty() ? "" : ": " + r.value().text();
      out.addAll(Paragraph.of(2, "said", r.in() + " with Reason " + r.value().protocol() + text));
    }
    out.addAll(Paragraph.of(2, "reason", r.reading()));
    out.addAll(Paragraph.of(2, "raised by", r.raisedBy()));
    r.agreement()
        .ifPresent(
            a ->
                Paragraph.of(2, "status", a.words()).stream()
                    .map(l -> a.contradicts() ? palette.warn(l) : l)
                    .forEach(out::add));
    return out;
  }

  /** One cause: its name, what it means, what to do, what gateways make of it. */
  List<String> meaning(ReleaseCause c) {
    List<String> out = new ArrayList<>(List.of(""));
    out.add(palette.strong(by(c) + "  " + c.number() + "  " + c.name()));
    out.addAll(Paragraph.of(2, "cause", c.cause()));
    out.addAll(Paragraph.of(2, "next", c.next()));
    out.addAll(Paragraph.of(2, "who", c.owner()));
    out.addAll(Paragraph.of(2, "about", c.about().words()));
    mapped("becomes", c.becomes(), out);
    mapped("made of", c.madeOf(), out);
    String evidence = c.evidence().name().toLowerCase(Locale.ROOT);
    out.addAll(Paragraph.of(2, "source", c.source() + " (" + evidence + ")"));
    return out;
  }

  /** One cause in a line. */
  List<String> shortly(ReleaseCause c) {
    return Paragraph.of(
        2,
        Integer.toString(c.number()),
        c.name() + " (" + by(c) + "): " + c.cause() + ". " + c.owner());
  }

  /** What one source says on a line. */
  private static void mapped(String label, List<Mapped> all, List<String> out) {
    Map<String, List<Mapped>> bySource =
        all.stream()
            .collect(
                Collectors.groupingBy(Mapped::source, LinkedHashMap::new, Collectors.toList()));
    bySource.forEach(
        (source, some) ->
            out.addAll(
                Paragraph.of(
                    2,
                    label,
                    some.stream()
                            .map(m -> m.status() + " " + ReasonPhrase.of(m.status()))
                            .collect(Collectors.joining(", "))
                        + " ("
                        + source
                        + ")")));
  }

  private static String by(ReleaseCause c) {
    return c.by() == ReleaseCause.By.Q850 ? "Q.850" : "FreeSWITCH";
  }
}
