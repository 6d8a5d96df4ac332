package io.parley.report;

import java.util.ArrayList;
import java.util.List;

/** Fits text into a number of columns. */
public final class Wrap {
  private Wrap() {}

  /** Lines of at most that many columns, broken at spaces where there are any. */
  public static List<String> lines(String text, int columns) {
    List<String> out = new ArrayList<>();
    text.lines().forEach(line -> line(line, columns, out));
    return out;
  }

  private static void line(String line, int columns, List<String> out) {
    String rest = line;
    while (rest.length() > columns) {
      int space = rest.lastIndexOf(' ', columns);
      int cut = space > columns / 3 ? space : columns;
      out.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    out.add(rest);
  }

  /** The text, cut to that many columns with an ellipsis in its last. */
  public static String clip(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, Math.max(0, columns - 1)) + "…";
  }
}
