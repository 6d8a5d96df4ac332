package io.parley.report;

import io.parley.report.Ladder.Arrow;
import io.parley.report.Ladder.Divider;
import io.parley.report.Ladder.Kind;
import io.parley.report.Ladder.Lifeline;
import io.parley.report.Ladder.Missing;
import io.parley.report.Ladder.Row;
import java.util.ArrayList;
import java.util.List;

/** Draws a ladder for a terminal, in box-drawing characters of one width. */
public final class LadderText {
  private static final int TIME = 9;
  private static final int NARROWEST = 24;

  private final Ladder ladder;
  private final int gap;
  private final List<String> out = new ArrayList<>();

  private LadderText(Ladder ladder, int columns) {
    this.ladder = ladder;
    int gaps = Math.max(1, ladder.lifelines().size() - 1);
    this.gap = Math.max(NARROWEST, Math.min(longest(ladder) + 8, (columns - TIME - 14) / gaps));
  }

  /**
   * The diagram.
   *
   * @param columns how wide the terminal is; labels are cut to fit, down to 24 columns each
   */
  public static String of(Ladder ladder, int columns) {
    LadderText text = new LadderText(ladder, columns);
    text.participants();
    ladder.rows().forEach(text::row);
    ladder.remarks().forEach(text::remark);
    return String.join("\n", text.out) + "\n";
  }

  private static int longest(Ladder ladder) {
    return ladder.rows().stream()
        .filter(Arrow.class::isInstance)
        .mapToInt(r -> ((Arrow) r).label().length())
        .max()
        .orElse(0);
  }

  private void participants() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < ladder.lifelines().size(); i++) {
      Lifeline l = ladder.lifelines().get(i);
      put(names, Math.max(0, x(i) - l.name().length() / 2), l.name());
    }
    out.add(names.toString());
  }

  private void row(Row row) {
    if (row instanceof Arrow a) {
      StringBuilder line = lifelines(a.time());
      put(line, Math.min(x(a.from()), x(a.to())) + 1, shaft(a));
      out.add(line.toString());
      a.failure().ifPresent(this::failure);
    } else if (row instanceof Missing m) {
      StringBuilder line = lifelines(m.time());
      put(line, Math.min(x(m.from()), x(m.at())) + gap / 2, "✗");
      out.add(line.toString());
      failure(m.failure());
    } else if (row instanceof Divider d) {
      out.add("  ── " + d.text() + " ──");
    }
  }

  private String shaft(Arrow a) {
    boolean right = a.to() > a.from();
    String dash = a.kind() == Kind.RETRANSMISSION ? "┄" : "─";
    String label = " " + Wrap.clip(a.label(), gap - 7) + " ";
    int rest = gap - 2 - label.length();
    String shaft = dash.repeat(rest / 2) + label + dash.repeat(rest - rest / 2);
    return right ? shaft + "▶" : "◀" + shaft;
  }

  private void failure(String text) {
    for (String line : text.split("\n")) {
      out.add(" ".repeat(TIME) + "✗ " + line);
    }
  }

  private void remark(String text) {
    out.add((text.startsWith("note: ") ? "  " : "✗ ") + text);
  }

  private StringBuilder lifelines(String time) {
    StringBuilder line = new StringBuilder(time);
    for (int i = 0; i < ladder.lifelines().size(); i++) {
      put(line, x(i), "│");
    }
    return line;
  }

  private int x(int lifeline) {
    return TIME + 3 + lifeline * gap;
  }

  private static void put(StringBuilder line, int column, String text) {
    while (line.length() < column + text.length()) {
      line.append(' ');
    }
    line.replace(column, column + text.length(), text);
  }
}
