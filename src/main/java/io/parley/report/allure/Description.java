package io.parley.report.allure;

import io.parley.model.Case;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.HeaderCheck;
import io.parley.model.Outcome;
import io.parley.report.Artifact;
import io.parley.report.CaseEvidence;
import io.parley.result.CaseResult;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The description of a case as HTML: what must hold, what was expected of this far end and how well
 * that is known, the sources, the file; for a case that went wrong its findings, its ladder, and
 * its offers and answers, visible at once.
 */
final class Description {
  private Description() {}

  static String of(CaseEvidence evidence) {
    CaseResult result = evidence.result();
    Case played = result.played();
    StringBuilder out = new StringBuilder();
    played.scenario().requirement().ifPresent(r -> paragraph(out, Html.text(r)));
    played.expected().forEach((name, e) -> paragraph(out, expectation(name, e)));
    String sources =
        SourceLinks.sources(played).distinct().map(Html::text).collect(Collectors.joining("; "));
    if (!sources.isEmpty()) {
      paragraph(out, "<b>Sources</b> " + sources);
    }
    result.cleanup().ifPresent(c -> paragraph(out, "<b>Clean-up</b> " + Html.text(c)));
    result.notes().forEach(n -> paragraph(out, "<b>Note</b> " + Html.text(n)));
    String file = Html.text(played.scenario().at().file());
    paragraph(out, "<b>Scenario</b> <code>" + file + "</code>");
    if (result.wentWrong()) {
      out.append(FindingsHtml.of(result.findings()));
      evidence.artifacts().stream()
          .filter(a -> a.mediaType().equals("image/svg+xml"))
          .forEach(a -> out.append(picture(a)));
      out.append(OffersHtml.of(result));
    }
    return out.toString();
  }

  private static void paragraph(StringBuilder out, String html) {
    out.append(Html.paragraph(html));
  }

  private static String expectation(String name, Expectation e) {
    String outcomes =
        e.any().stream().map(Description::outcome).collect(Collectors.joining(" or "));
    String evidence = e.evidence().map(Description::evidence).orElse("");
    String code = e.code().isPresent() ? "; vendor code " + e.code().getAsInt() : "";
    String why = e.why().map(w -> "; " + Html.text(w)).orElse("");
    String title = name.isEmpty() ? "Expected" : "Expected (" + Html.text(name) + ")";
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
        + (headers.isEmpty() ? "" : " with " + Html.text(headers))
        + (o.answer().isPresent() ? " and a checked answer" : "");
  }

  private static String evidence(Evidence e) {
    return " (" + e.name().toLowerCase(Locale.ROOT) + ")";
  }

  /**
   * The ladder in its own size, made smaller where it must, but not so that it cannot be read. The
   * page is light whatever the reader's colour scheme, and so is a picture in it.
   */
  private static String picture(Artifact svg) {
    return "<div style=\"overflow-x:auto\"><img alt=\"Ladder\" style=\"color-scheme:light;"
        + "max-width:max(100%,600px)\" src=\"data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.bytes())
        + "\"></div>";
  }
}
