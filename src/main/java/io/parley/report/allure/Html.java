package io.parley.report.allure;

/** Pieces of HTML for descriptions; every text that goes in is escaped here. */
final class Html {
  /** What a line at fault looks like: the colours of Allure's own box for a failure. */
  private static final String FAULT = "background:#ffe6e6;color:#a40e26;font-weight:600";

  private Html() {}

  /** The text for content and for attributes in double quotes. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A text of several lines as such. */
  static String lines(String text) {
    return text(text.strip()).replace("\n", "<br>");
  }

  /** A paragraph of finished HTML. */
  static String paragraph(String html) {
    return "<p>" + html + "</p>";
  }

  /** A line of preformatted text. */
  static String line(String text, boolean fault) {
    return fault
        ? "<span data-fault style=\"" + FAULT + "\">" + text(text) + "</span>\n"
        : text(text) + "\n";
  }

  /** Preformatted lines, broken where they are too long. */
  static String preformatted(String lines) {
    return "<pre style=\"overflow-wrap:anywhere;font-size:11px;line-height:1.4;margin:4px 0;padding:6px 8px;"
        + "background:#f6f8fa\">"
        + lines
        + "</pre>";
  }

  /** What is shown when its title is clicked, or at once. */
  static String details(String title, String html, boolean open) {
    return "<details"
        + (open ? " open" : "")
        + " style=\"margin:8px 0\"><summary style=\"cursor:pointer;display:list-item\"><b>"
        + text(title)
        + "</b></summary>"
        + html
        + "</details>";
  }
}
