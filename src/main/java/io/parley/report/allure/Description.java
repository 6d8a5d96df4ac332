package io.parley.report.allure;

import io.parley.model.Case;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.HeaderCheck;
import io.parley.model.Outcome;
import io.parley.model.Verdict;
import io.parley.play.CaseResult;
import io.parley.report.Artifact;
import io.parley.report.CaseEvidence;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The description of a case as HTML: what must hold, what was expected of this far end and how well
 * that is known, the sources, the file; for a case that did not pass its ladder, visible at once.
 */
final class Description {
  private Description() {}

  static String of(CaseEvidence evidence) {
    CaseResult result = evidence.result();
    Case played = result.played();
    StringBuilder out = new StringBuilder();
    played.scenario().requirement().ifPresent(r -> paragraph(out, escape(r)));
    played.expected().forEach((name, e) -> paragraph(out, expectation(name, e)));
    String sources =
        SourceLinks.sources(played)
            .distinct()
            .map(Description::escape)
            .collect(Collectors.joining("; "));
    if (!sources.isEmpty()) {
      paragraph(out, "<b>Sources</b> " + sources);
    }
    result.cleanup().ifPresent(c -> paragraph(out, "<b>Clean-up</b> " + escape(c)));
    result.notes().forEach(n -> paragraph(out, "<b>Note</b> " + escape(n)));
    String file = escape(played.scenario().at().file());
    paragraph(out, "<b>Scenario</b> <code>" + file + "</code>");
    if (result.verdict() == Verdict.FAILED || result.verdict() == Verdict.BROKEN) {
      evidence.artifacts().stream()
          .filter(a -> a.mediaType().equals("image/svg+xml"))
          .forEach(a -> out.append(picture(a)));
    }
    return out.toString();
  }

  private static void paragraph(StringBuilder out, String html) {
    out.append("<p>").append(html).append("</p>");
  }

  private static String expectation(String name, Expectation e) {
    String outcomes =
        e.any().stream().map(Description::outcome).collect(Collectors.joining(" or "));
    String evidence = e.evidence().map(Description::evidence).orElse("");
    String code = e.code().isPresent() ? "; vendor code " + e.code().getAsInt() : "";
    String why = e.why().map(w -> "; " + escape(w)).orElse("");
    String title = name.isEmpty() ? "Expected" : "Expected (" + escape(name) + ")";
    return "<b>" + title + "</b> " + outcomes + evidence + code + why;
  }

  private static String outcome(Outcome o) {
    if (o.repaired()) {
      return "the offer repaired and the call accepted";
    }
    String status = o.status().stream().map(Object::toString).collect(Collectors.joining(", "));
    String headers =
        o.headers().stream().map(HeaderCheck::name).distinct().collect(Collectors.joining(", "));
    return "<code>"
        + status
        + "</code>"
        + (headers.isEmpty() ? "" : " with " + escape(headers))
        + (o.answer().isPresent() ? " and a checked answer" : "");
  }

  private static String evidence(Evidence e) {
    return " (" + e.name().toLowerCase(Locale.ROOT) + ")";
  }

  private static String picture(Artifact svg) {
    return "<p><img alt=\"Ladder\" width=\"100%\" src=\"data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.bytes())
        + "\"></p>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
