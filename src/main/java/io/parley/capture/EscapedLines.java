package io.parley.capture;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message that a log keeps on one line: rsyslog writes line ends as {@code #012}, JSON as {@code
 * \n}.
 *
 * @param first the start line
 * @param others the lines that follow it, without what closes the log's own line; empty = the
 *     message has line ends
 */
record EscapedLines(String first, List<String> others) {
  private static final Pattern LINE_END = Pattern.compile("#015#012|#012|\\\\r\\\\n|\\\\n");

  /** Takes a line apart. */
  static EscapedLines of(String text) {
    String[] lines = LINE_END.split(text, -1);
    if (lines.length == 1) {
      return new EscapedLines(text.stripTrailing(), List.of());
    }
    boolean json = text.contains("\\n");
    List<String> others =
        Arrays.stream(lines, 1, lines.length - 1).map(l -> json ? unescaped(l) : l).toList();
    return new EscapedLines(lines[0].stripTrailing(), others);
  }

  private static String unescaped(String json) {
    return json.replace("\\\"", "\"")
        .replace("\\/", "/")
        .replace("\\u003c", "<")
        .replace("\\u003C", "<")
        .replace("\\u003e", ">")
        .replace("\\u003E", ">")
        .replace("\\\\", "\\");
  }
}
