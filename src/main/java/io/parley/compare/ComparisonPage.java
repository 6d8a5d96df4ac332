package io.parley.compare;

import io.parley.record.RecordedRun;
import io.parley.report.Visible;
import io.parley.report.Xml;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two runs held against each other as a page that needs nothing else: no script, no font, no
 * request. Readable in light and dark, and on paper.
 */
public final class ComparisonPage {
  private static final String HEAD = "<table><tr><th></th><th>before</th><th>after</th></tr>\n";

  private final StringBuilder out = new StringBuilder();
  private final RunComparison comparison;

  private ComparisonPage(RunComparison comparison) {
    this.comparison = comparison;
  }

  /** The page. */
  public static String of(RunComparison comparison) {
    return new ComparisonPage(comparison).page();
  }

  private String page() {
    out.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(text(headline()))
        .append("</title>\n<style>\n")
        .append(PageStyle.text())
        .append("</style></head><body>\n");
    out.append("<h1 class=\"").append(comparison.regressed() ? "bad" : "good").append("\">");
    out.append(text(headline())).append("</h1>\n");
    runs();
    remarks();
    tiles();
    for (Kind kind : Kind.values()) {
      if (comparison.count(kind) > 0) {
        section(kind);
      }
    }
    accepted();
    return out.append("</body></html>\n").toString();
  }

  private String headline() {
    long n = comparison.count(Kind.REGRESSION);
    if (n > 0) {
      return n + (n == 1 ? " regression" : " regressions");
    }
    return comparison.cases().isEmpty() ? "Nothing differs" : "No regression, but differences";
  }

  private void runs() {
    out.append("<table class=\"runs\"><tr><th></th><th>target</th><th>software</th>")
        .append("<th>began</th><th>cases</th><th>record</th></tr>\n");
    run("before", comparison.before());
    run("after", comparison.after());
    out.append("</table>\n<p>")
        .append(comparison.compared())
        .append(" cases were played in both.</p>\n");
  }

  private void run(String which, RecordedRun run) {
    out.append("<tr><th>").append(which).append("</th>");
    cell(run.about("target").orElse("") + run.about("address").map(a -> " " + a).orElse(""));
    cell(run.about("software").orElse("unknown"));
    cell(run.about("started").orElse(""));
    cell(run.cases().size() + run.planned().map(p -> " of " + p).orElse(""));
    cell(run.path().toString());
    out.append("</tr>\n");
  }

  private void cell(String words) {
    out.append("<td>").append(text(words)).append("</td>");
  }

  private void remarks() {
    if (!comparison.remarks().isEmpty()) {
      out.append("<ul class=\"remarks\">\n");
      comparison.remarks().forEach(r -> out.append("<li>").append(text(r)).append("</li>\n"));
      out.append("</ul>\n");
    }
  }

  private void tiles() {
    out.append("<nav>\n");
    for (Kind kind : Kind.values()) {
      long n = comparison.count(kind);
      if (n > 0) {
        out.append("<a href=\"#").append(kind.label()).append("\" class=\"").append(tone(kind));
        out.append("\"><b>").append(n).append("</b> ").append(kind.label()).append("</a>\n");
      }
    }
    out.append("</nav>\n");
  }

  private static String tone(Kind kind) {
    return switch (kind) {
      case REGRESSION -> "bad";
      case REPAIR -> "good";
      default -> "other";
    };
  }

  private void section(Kind kind) {
    out.append("<section id=\"").append(kind.label()).append("\"><h2 class=\"").append(tone(kind));
    out.append("\">").append(kind.label()).append(" <small>").append(text(kind.words()));
    out.append("</small></h2>\n");
    if (kind == Kind.REGRESSION || kind == Kind.REPAIR || kind == Kind.VERDICT) {
      comparison.cases().stream()
          .filter(c -> c.differences().stream().anyMatch(d -> d.kind() == kind))
          .forEach(this::verdict);
    } else {
      comparison.groups().stream().filter(g -> g.difference().kind() == kind).forEach(this::group);
    }
    out.append("</section>\n");
  }

  private void verdict(ComparedCase c) {
    out.append("<article><h3><code>").append(text(c.id())).append("</code> ");
    out.append(text(c.title())).append("</h3>\n");
    c.finding()
        .ifPresent(f -> out.append("<p class=\"finding\">").append(text(f)).append("</p>\n"));
    if (c.scenarioChanged()) {
      out.append("<p class=\"note\">Its scenario was changed between the runs.</p>\n");
    }
    out.append(HEAD);
    c.differences().forEach(this::row);
    c.details().forEach(this::row);
    out.append("</table></article>\n");
  }

  private void row(Difference d) {
    out.append("<tr><th>").append(text(d.place())).append("</th>");
    out.append("<td class=\"from\">").append(text(d.from())).append("</td>");
    out.append("<td class=\"to\">").append(text(d.to())).append("</td></tr>\n");
  }

  private void group(RunComparison.Group g) {
    out.append("<article>").append(HEAD);
    row(g.difference());
    out.append("</table>\n");
    cases(g.cases());
    out.append("</article>\n");
  }

  private void cases(List<String> ids) {
    String all =
        ids.stream().map(i -> "<code>" + text(i) + "</code>").collect(Collectors.joining(" "));
    if (ids.size() == 1) {
      out.append("<p class=\"cases\">").append(all).append("</p>\n");
    } else {
      out.append("<details class=\"cases\"><summary>")
          .append(ids.size())
          .append(" cases</summary>");
      out.append(all).append("</details>\n");
    }
  }

  private void accepted() {
    if (comparison.accepted().isEmpty()) {
      return;
    }
    out.append(
        "<section id=\"accepted\"><h2>accepted <small>differences that are expected</small>");
    out.append("</h2><table><tr><th>case</th><th>what</th><th>before</th><th>after</th>");
    out.append("<th>reason</th></tr>\n");
    for (RunComparison.Accepted a : comparison.accepted()) {
      Difference d = a.difference();
      out.append("<tr><td><code>").append(text(a.id())).append("</code></td>");
      cell(d.place());
      cell(d.from());
      cell(d.to());
      cell(a.reason());
      out.append("</tr>\n");
    }
    out.append("</table></section>\n");
  }

  private static String text(String words) {
    return Xml.text(Visible.line(words));
  }
}
