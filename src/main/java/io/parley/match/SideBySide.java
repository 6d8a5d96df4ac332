package io.parley.match;

import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An expectation beside a message as text: each thing asked stands left of the line it was read
 * from, and {@code <<<<<} marks what is off. Keys and digest responses are masked.
 */
public final class SideBySide {
  private static final Pattern SECRET =
      Pattern.compile("(inline:|\\bresponse=\"?|\\ba=ice-pwd:)[^\\s\"|;,]+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");
  private static final String LEFT_TITLE = "expectation";
  private static final int WIDEST_LEFT = 48;
  private static final int WIDEST_RIGHT = 64;

  private record Pair(String left, String right, String mark) {}

  private final List<Pair> pairs = new ArrayList<>();

  private SideBySide() {}

  /**
   * Renders.
   *
   * @return lines ended by {@code "\n"}, in the order of the message; what has no line in it stands
   *     at the end
   */
  public static String render(Match match, SipMessage message) {
    SideBySide text = new SideBySide();
    List<String> lines = new MessageLines(message).all();
    for (int i = 0; i < lines.size(); i++) {
      text.line(i + 1, lines.get(i), match, i == lines.size() - 1);
    }
    match.rows().stream()
        .filter(r -> r.line() == 0)
        .forEach(r -> text.pairs.add(new Pair(r.expectation(), "(none)", mark(r))));
    return text.table();
  }

  private void line(int number, String line, Match match, boolean last) {
    List<Row> rows = match.rows().stream().filter(r -> r.line() == number).toList();
    if (rows.isEmpty() && !(last && line.isEmpty())) {
      pairs.add(new Pair("", masked(line), ""));
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      pairs.add(new Pair(row.expectation(), i == 0 ? masked(line) : "", mark(row)));
    }
  }

  private static String mark(Row row) {
    return row.difference()
        .map(d -> (row.note() ? "  (note) " : "  <<<<< ") + d.actual())
        .orElse("");
  }

  /** The line in UTF-8 (RFC 3261 §7), without secrets and without what a terminal would obey. */
  private static String masked(String line) {
    String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return SECRET.matcher(CONTROL.matcher(text).replaceAll("\u00b7")).replaceAll("$1***");
  }

  private String table() {
    int left = width(LEFT_TITLE, WIDEST_LEFT, pairs.stream().map(Pair::left).toList());
    int right =
        width(
            "",
            WIDEST_RIGHT,
            pairs.stream().filter(p -> !p.mark.isEmpty()).map(Pair::right).toList());
    StringBuilder out = new StringBuilder();
    out.append(pad(LEFT_TITLE, left)).append(" | message\n");
    out.append("-".repeat(left)).append("-+-").append("-".repeat(Math.max(right, 40))).append('\n');
    for (Pair p : pairs) {
      String body = p.mark.isEmpty() ? p.right : pad(p.right, right) + p.mark;
      out.append((pad(p.left, left) + " | " + body).stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static int width(String title, int most, List<String> texts) {
    int widest = texts.stream().mapToInt(String::length).max().orElse(0);
    return Math.max(title.length(), Math.min(most, widest));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
