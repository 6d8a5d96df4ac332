package io.parley.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal's width, and what is done about lines that are wider.
 *
 * @param columns characters in a line; {@link #UNBOUNDED} where nobody reads them on a terminal
 */
record Screen(int columns) {
  static final int UNBOUNDED = Integer.MAX_VALUE;

  /** Narrower than that nothing is readable anyway. */
  private static final int LEAST = 60;

  /** What a line of ours begins with: an indent, a label and the gap behind it. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?: {2,}(?:\\S{1,14}(?: \\S{1,12}){0,2} {2,})?|\\S{1,22} {2,})(?=\\S)");

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9]*m");
  private static final Pattern WORD = Pattern.compile(" *\\S+");

  /** That of this process; the launcher asks the terminal and says so. */
  static Screen ofProcess() {
    int told = Integer.getInteger("parley.columns", 0);
    return new Screen(told > 0 ? Math.max(LEAST, told) : UNBOUNDED);
  }

  /**
   * The text with each line of ours that is too wide broken between words, its further lines under
   * its first word. What does not begin as our lines do, a message for example, stays as it is, and
   * so does a table.
   */
  String fold(String text) {
    if (columns == UNBOUNDED || text.length() <= columns) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(foldLine(line));
    }
    return out.toString();
  }

  private String foldLine(String line) {
    String seen = COLOUR.matcher(line).replaceAll("");
    Matcher beginning = BEGINNING.matcher(seen);
    boolean ours = beginning.lookingAt() && beginning.end() < columns / 2 && !seen.contains("| ");
    return ours && seen.length() > columns ? folded(line, beginning.end()) : line;
  }

  private String folded(String line, int hang) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Matcher word = WORD.matcher(line); word.find(); ) {
      int width = COLOUR.matcher(word.group()).replaceAll("").length();
      if (at > hang && at + width > columns) {
        out.append("\n").append(" ".repeat(hang)).append(word.group().stripLeading());
        at = hang + width - (word.group().length() - word.group().stripLeading().length());
      } else {
        out.append(word.group());
        at += width;
      }
    }
    return out.toString();
  }
}
