package io.parley.report;

import java.util.Locale;

/** Shapes and text of an SVG picture, in the order they are drawn. All lengths are pixels. */
final class SvgCanvas {
  private final StringBuilder out = new StringBuilder(8192);

  /** Text that begins at x. */
  void text(int x, int y, String look, String text) {
    out.append("<text class=\"").append(look).append("\" x=\"").append(x);
    out.append("\" y=\"").append(y).append("\">").append(Xml.text(text)).append("</text>\n");
  }

  /** Text around x. */
  void centred(int x, int y, String look, String text) {
    text(x, y, look + " mid", text);
  }

  /** A rectangle with round corners. */
  void box(String look, int x, int y, int width, int height, int radius) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>\n",
            look,
            x,
            y,
            width,
            height,
            radius));
  }

  /** A path; {@code form} is the path data with its numbers left open. */
  void path(String look, String form, Object... numbers) {
    out.append("<path class=\"").append(look).append("\" d=\"");
    out.append(String.format(Locale.ROOT, form, numbers)).append("\"/>\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
