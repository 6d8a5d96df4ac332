package io.parley.cli;

import io.parley.certify.Certificate;
import io.parley.certify.Conclusion;
import io.parley.certify.EvidenceSeal;
import io.parley.certify.RequirementResult;
import io.parley.certify.State;
import io.parley.certify.Subject;
import io.parley.report.Visible;
import io.parley.run.CertifyOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A certificate in words, for the terminal. */
final class CertificateText {
  private static final String UNTESTED = ": not tested";

  private final Palette palette;

  CertificateText(Palette palette) {
    this.palette = palette;
  }

  /** The lines: each requirement, what stands against it, the conclusion, where the files are. */
  List<String> lines(CertifyOutcome outcome) {
    return lines(outcome.certificate(), outcome.page(), outcome.seal(), outcome.run().reports());
  }

  /**
   * The same of a certificate that came about otherwise.
   *
   * @param page where it is for people
   * @param reports what else was written, by what it is
   */
  List<String> lines(Certificate c, Path page, EvidenceSeal seal, Map<String, Path> reports) {
    List<String> out = new ArrayList<>();
    out.add("");
    c.results().forEach(r -> out.addAll(requirement(r)));
    c.notes().forEach(r -> out.addAll(Paragraph.of(0, "remark", r)));
    out.add("");
    out.add(conclusion(c));
    because(c.obstacles()).forEach(o -> out.addAll(Paragraph.of(2, "because", o)));
    if (c.conclusion() != Conclusion.NOT_TESTED) {
      c.reservations().forEach(r -> out.addAll(Paragraph.of(2, "reservation", r)));
    }
    out.add("certificate  " + page);
    out.add("evidence     sha256 " + seal.sha256());
    reports.entrySet().stream()
        .filter(e -> e.getKey().equals("report"))
        .forEach(e -> out.add("report       " + e.getValue()));
    return out;
  }

  /** What was only not tested is one reason: each of it stands above with its own. */
  private static List<String> because(List<String> obstacles) {
    List<String> untested =
        obstacles.stream()
            .filter(o -> o.endsWith(UNTESTED))
            .map(o -> o.substring(0, o.length() - UNTESTED.length()))
            .toList();
    if (untested.size() < 2) {
      return obstacles;
    }
    List<String> out =
        new ArrayList<>(obstacles.stream().filter(o -> !o.endsWith(UNTESTED)).toList());
    out.add("not tested: " + String.join(", ", untested));
    return out;
  }

  private List<String> requirement(RequirementResult r) {
    List<String> out = new ArrayList<>();
    String state = String.format("%-20s", r.state());
    String line =
        colour(r.state(), state)
            + String.format("%-22s", r.requirement().id())
            + r.requirement().title()
            + (r.isMandatory() ? "" : palette.faint("  (recommended)"));
    out.add(line);
    r.reason().ifPresent(w -> out.add(" ".repeat(20) + palette.faint(Visible.line(w))));
    return out;
  }

  private String conclusion(Certificate c) {
    Subject s = c.subject();
    String words = c.conclusion().toString().toUpperCase(Locale.ROOT);
    String coloured =
        switch (c.conclusion()) {
          case CERTIFIED -> palette.good(words);
          case NOT_CERTIFIED -> palette.bad(words);
          case WITH_RESERVATIONS, NOT_TESTED -> palette.warn(words);
        };
    return coloured
        + "  "
        + s.phone().sheet().title()
        + s.firmware().map(f -> ", firmware " + Visible.line(f)).orElse("")
        + ", at "
        + Visible.line(s.sbc().name())
        + s.farEnd().map(f -> ", far end " + f).orElse("");
  }

  private String colour(State state, String text) {
    return switch (state) {
      case MET -> palette.good(text);
      case NOT_MET -> palette.bad(text);
      case NOT_TESTED -> palette.warn(text);
      case NOT_APPLICABLE, NOT_SHOWN -> palette.faint(text);
    };
  }
}
