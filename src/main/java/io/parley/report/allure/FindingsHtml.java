package io.parley.report.allure;

import io.parley.model.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings of a case as HTML: expected and actual side by side, what they mean, and the
 * expectation beside the closest message with the lines at fault marked.
 */
final class FindingsHtml {
  private static final String CELL =
      "style=\"border:1px solid #d1d9e0;padding:4px 8px;vertical-align:top;text-align:left;"
          + "width:50%;overflow-wrap:anywhere\"";

  /** How the closest message marks a line that is off. */
  private static final String MARK = "<<<<<";

  private FindingsHtml() {}

  static String of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    Set<String> shown = new HashSet<>();
    String closest =
        findings.stream()
            .flatMap(f -> f.closest().stream())
            .filter(shown::add)
            .map(FindingsHtml::closest)
            .collect(Collectors.joining());
    return "<table data-findings style=\"border-collapse:collapse;width:100%;table-layout:fixed;"
        + "margin:8px 0\"><tr><th "
        + CELL
        + ">Expected</th><th "
        + CELL
        + ">Actual</th></tr>"
        + rows(findings)
        + "</table>"
        + closest;
  }

  /** What findings mean is said once where several in a row mean the same. */
  private static String rows(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < findings.size(); i++) {
      out.append(row(findings.get(i)));
      String meaning = meaning(findings.get(i));
      boolean again = i + 1 < findings.size() && meaning(findings.get(i + 1)).equals(meaning);
      if (!again && !meaning.isEmpty()) {
        out.append("<tr><td colspan=\"2\" ").append(CELL).append(">").append(meaning);
        out.append("</td></tr>");
      }
    }
    return out.toString();
  }

  private static String row(Finding f) {
    String at = f.at().map(p -> "<br><code>" + Html.text(p.toString()) + "</code>").orElse("");
    return "<tr><td "
        + CELL
        + ">"
        + Html.lines(f.expected())
        + at
        + "</td><td "
        + CELL
        + ">"
        + Html.lines(f.actual())
        + "</td></tr>";
  }

  private static String meaning(Finding f) {
    return Stream.of(
            f.cause().map(c -> "<b>Likely cause</b> " + Html.lines(c)),
            f.nextStep().map(n -> "<b>Next step</b> " + Html.lines(n)),
            f.owner().map(o -> "<b>Who</b> " + Html.text(o)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("<br>"));
  }

  private static String closest(String text) {
    String lines =
        text.lines().map(l -> Html.line(l, l.contains(MARK))).collect(Collectors.joining());
    return Html.details("Expectation beside the closest message", Html.preformatted(lines), false);
  }
}
