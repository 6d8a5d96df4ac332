package io.parley.cli;

import io.parley.report.Visible;
import io.parley.report.Wrap;
import java.util.ArrayList;
import java.util.List;

/** Words beside their label, wrapped to the width of a page. */
final class Paragraph {
  private static final int WIDTH = Math.min(112, Screen.ofProcess().columns());
  private static final int LABEL = 12;

  private Paragraph() {}

  /**
   * The lines.
   *
   * @param indent how far from the left
   * @param label what it is, at most eleven letters
   * @param text the words; control characters in them are made visible
   */
  static List<String> of(int indent, String label, String text) {
    List<String> out = new ArrayList<>();
    String first = " ".repeat(indent) + String.format("%-" + LABEL + "s", label);
    for (String line : Wrap.lines(Visible.line(text), WIDTH - indent - LABEL)) {
      out.add((out.isEmpty() ? first : " ".repeat(indent + LABEL)) + line);
    }
    return out;
  }
}
