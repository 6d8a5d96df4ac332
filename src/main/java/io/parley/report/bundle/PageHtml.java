package io.parley.report.bundle;

import io.parley.report.Xml;
import java.util.Base64;

/**
 * The first page as one HTML file, readable on a screen and on paper. It needs nothing beside it,
 * and forbids the browser to fetch or run anything: it shows what strangers have sent.
 */
final class PageHtml {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root{color-scheme:light dark}
      body{font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.35rem;margin:0}
      .verdict{margin:.2rem 0 1.5rem;font-weight:600}
      h2{font-size:1.05rem;border-bottom:1px solid #8888;margin:1.6rem 0 .5rem}
      h3{font-size:.95rem;margin:.9rem 0 .3rem}
      table{border-collapse:collapse;width:100%%}
      th{text-align:left;vertical-align:top;width:10rem;padding:.15rem 1rem .15rem 0;font-weight:500;opacity:.75}
      td{padding:.15rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
      pre{font:12px/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;border:1px solid #8886;border-radius:4px;padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere}
      img{max-width:100%%}
      h1{overflow-wrap:anywhere}
      @media (max-width:30rem){body{margin:1rem auto}th{width:6.5rem;padding-right:.6rem}p:has(img){overflow-x:auto}img{max-width:none}}
      @media print{body{max-width:none;margin:0;font-size:11px}pre{font-size:9px}h2{break-after:avoid}img,tr{break-inside:avoid}}
      </style>
      </head>
      <body>
      """;

  private PageHtml() {}

  /**
   * The page.
   *
   * @param ladder an SVG picture to end with; null = none
   */
  static String of(Page page, byte[] ladder) {
    StringBuilder out = new StringBuilder(HEAD.formatted(Xml.text(page.title())));
    out.append("<h1>").append(Xml.text(page.title())).append("</h1>\n");
    out.append("<p class=\"verdict\">").append(Xml.text(page.verdict())).append("</p>\n");
    page.sections().forEach(s -> section(out, s));
    if (ladder != null) {
      out.append("<h2>Ladder</h2>\n<p><img alt=\"Ladder\" src=\"data:image/svg+xml;base64,")
          .append(Base64.getEncoder().encodeToString(ladder))
          .append("\"></p>\n");
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private static void section(StringBuilder out, Page.Section section) {
    out.append("<h2>").append(Xml.text(section.title())).append("</h2>\n");
    if (!section.rows().isEmpty()) {
      out.append("<table>\n");
      section.rows().forEach(r -> row(out, r));
      out.append("</table>\n");
    }
    for (Page.Block block : section.blocks()) {
      out.append("<h3>").append(Xml.text(block.title())).append("</h3>\n<pre>");
      out.append(Xml.text(block.text())).append("</pre>\n");
    }
  }

  private static void row(StringBuilder out, Page.Row row) {
    out.append("<tr><th scope=\"row\">").append(Xml.text(row.name())).append("</th><td>");
    out.append(Xml.text(row.value().strip())).append("</td></tr>\n");
  }
}
