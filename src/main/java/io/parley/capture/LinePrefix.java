package io.parley.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log writes before every line of a message: learnt from its first, taken off the others.
 */
final class LinePrefix {
  private static final LinePrefix NONE = new LinePrefix(null);

  private final Pattern pattern;

  private LinePrefix(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Learns what stands before a start line; words with digits in them may change. */
  static LinePrefix of(String before) {
    if (before.isEmpty() || before.length() > 512) {
      return NONE;
    }
    String text = before.stripTrailing();
    int spaces = before.length() - text.length();
    StringBuilder regex = new StringBuilder();
    Matcher token = Pattern.compile("[A-Za-z0-9]+|\\s+|.").matcher(text);
    while (token.find()) {
      String t = token.group();
      if (t.isBlank()) {
        regex.append(token.start() == 0 ? "\\s*" : "\\s+");
      } else {
        regex.append(t.chars().anyMatch(Character::isDigit) ? "\\w+" : Pattern.quote(t));
      }
    }
    // The line's own text may be empty, and a log drops the spaces before it.
    String gap = spaces == 0 ? "" : "(?:\\s{1," + spaces + "}|$)";
    return new LinePrefix(Pattern.compile(text.isEmpty() ? "\\s{0," + spaces + "}" : regex + gap));
  }

  /** The line without it. */
  String off(String line) {
    if (pattern == null) {
      return line;
    }
    Matcher m = pattern.matcher(line);
    return m.lookingAt() ? line.substring(m.end()) : line;
  }
}
