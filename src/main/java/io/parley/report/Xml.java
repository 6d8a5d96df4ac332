package io.parley.report;

import java.util.Map;

/** Text for XML 1.0 (W3C XML §2.2, §2.4). */
public final class Xml {
  private Xml() {}

  /**
   * The text escaped for content and attributes; what is not seen, or what XML cannot hold, is made
   * {@link Visible}.
   */
  public static String text(String text) {
    String shown = Visible.text(text);
    StringBuilder out = new StringBuilder(text.length() + 16);
    shown.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** An attribute, with the blank before it. */
  static String attribute(String name, Object value) {
    return " " + name + "=\"" + text(value.toString()) + "\"";
  }

  /** The element {@code properties} of JUnit XML. */
  static String properties(Map<String, String> values) {
    StringBuilder out = new StringBuilder("<properties>\n");
    values.forEach(
        (k, v) ->
            out.append("  <property")
                .append(attribute("name", k))
                .append(attribute("value", v))
                .append("/>\n"));
    return out.append("</properties>\n").toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> out.appendCodePoint(allowed(c) ? c : 0xfffd);
    }
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c < 0xd800
        || c >= 0xe000 && c != 0xfffe && c != 0xffff;
  }
}
