package io.parley.cli;

import io.parley.diagnosis.CodeMeaning;
import io.parley.explain.CodeLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a code means, as a terminal shows it.
 *
 * @param palette how words are coloured
 */
record CodeText(Palette palette) {

  /** All meanings, the vendors' first. */
  List<String> lines(CodeLookup lookup) {
    List<String> out = new ArrayList<>();
    out.add(palette.strong(lookup.asked()) + ": " + lookup.reading());
    CauseText causes = new CauseText(palette);
    lookup.causes().forEach(c -> out.addAll(lookup.many() ? causes.shortly(c) : causes.meaning(c)));
    lookup.meanings().forEach(m -> out.addAll(lookup.many() ? shortly(m) : meaning(m)));
    return out;
  }

  private List<String> shortly(CodeMeaning m) {
    return Paragraph.of(
        2,
        Integer.toString(m.status()),
        (m.code().isPresent() ? m.code().getAsInt() + " " : "")
            + m.phrase()
            + " ("
            + by(m.by())
            + "): "
            + m.cause()
            + ". "
            + m.owner());
  }

  /** One meaning: its words, cause, next step, owner, source. */
  List<String> meaning(CodeMeaning m) {
    List<String> out = new ArrayList<>();
    out.add("");
    out.add(palette.strong(by(m.by()) + "  " + m.pair() + "  " + m.phrase()));
    out.addAll(Paragraph.of(2, "cause", m.cause()));
    out.addAll(Paragraph.of(2, "next", m.next()));
    out.addAll(Paragraph.of(2, "who", m.owner()));
    String evidence = m.evidence().name().toLowerCase(Locale.ROOT);
    out.addAll(Paragraph.of(2, "source", m.source() + " (" + evidence + ")"));
    return out;
  }

  private static String by(CodeMeaning.By by) {
    return switch (by) {
      case MICROSOFT -> "Microsoft Teams";
      case ZOOM -> "Zoom Phone";
      case TRUNK -> "SIP trunk";
      case SIP -> "SIP";
    };
  }
}
