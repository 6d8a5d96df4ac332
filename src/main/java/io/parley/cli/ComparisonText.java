package io.parley.cli;

import io.parley.explain.BrokenRule;
import io.parley.explain.Comparison;
import io.parley.explain.Difference;
import io.parley.explain.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two calls side by side, as a terminal shows them.
 *
 * @param palette how words are coloured
 */
record ComparisonText(Palette palette) {

  /** What differs, what matters most first. */
  List<String> lines(Comparison c, String failing, String working) {
    List<String> out = new ArrayList<>();
    out.add(new CallLine(palette).head(c.failing()) + palette.faint("  (" + failing + ")"));
    out.add(new CallLine(palette).head(c.working()) + palette.faint("  (" + working + ")"));
    if (c.differences().isEmpty()) {
      out.add("");
      out.add(
          "Both INVITEs are alike in all that is compared: look at the number called, the time, and"
              + " the far end.");
    }
    Optional<Subject> last = Optional.empty();
    for (Difference d : c.differences()) {
      if (!last.equals(Optional.of(d.subject()))) {
        out.add("");
        out.add(heading(d));
        last = Optional.of(d.subject());
      }
      out.addAll(difference(d));
    }
    c.suspects().stream().findFirst().ifPresent(b -> out.addAll(advice(b)));
    if (!c.brokenByBoth().isEmpty()) {
      String rules = String.join(", ", c.brokenByBoth());
      out.add("");
      out.addAll(Paragraph.of(2, "no matter", "both calls break " + rules));
    }
    return out;
  }

  private String heading(Difference d) {
    String rule = d.rule().map(r -> "   <<<<< only the failing call breaks " + r).orElse("");
    return palette.strong(d.subject().label()) + palette.bad(rule);
  }

  private List<String> difference(Difference d) {
    List<String> out = new ArrayList<>();
    out.add("  " + d.what());
    out.addAll(Paragraph.of(4, "fails", d.failing()).stream().map(palette::bad).toList());
    out.addAll(Paragraph.of(4, "works", d.working()).stream().map(palette::good).toList());
    return out;
  }

  private static List<String> advice(BrokenRule b) {
    List<String> out = new ArrayList<>();
    out.add("");
    out.addAll(Paragraph.of(2, "breaks", CallText.said(b)));
    b.advice().ifPresent(a -> out.addAll(CallText.advice(a)));
    return out;
  }
}
