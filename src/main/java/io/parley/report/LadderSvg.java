package io.parley.report;

import io.parley.report.Ladder.Arrow;
import io.parley.report.Ladder.Divider;
import io.parley.report.Ladder.Lifeline;
import io.parley.report.Ladder.Missing;
import io.parley.report.Ladder.Row;
import java.util.List;
import java.util.Locale;

/**
 * Draws a ladder as an SVG picture that stands alone: no fonts, scripts or images from elsewhere,
 * its own background, readable under a light and a dark colour scheme.
 */
public final class LadderSvg {
  private static final int MARGIN = 16;
  private static final int TIME = 60;

  /** Half the width of a participant's box. */
  private static final int HALF_BOX = 84;

  private static final int NARROWEST = 560;
  private static final int LONGEST_LABEL = 40;
  private static final int MOST_LINES = 3;

  /** Widths of a character of a label, of small text and of the title. */
  private static final double CHAR = 7.25;

  private static final double SMALL_CHAR = 6.05;
  private static final double TITLE_CHAR = 8.4;

  private final Ladder ladder;
  private final int gap;
  private final int width;
  private final SvgCanvas canvas = new SvgCanvas();
  private int y = MARGIN;

  private LadderSvg(Ladder ladder) {
    this.ladder = ladder;
    this.gap = gap(ladder);
    int gaps = Math.max(1, ladder.lifelines().size() - 1);
    this.width = Math.max(NARROWEST, 2 * MARGIN + TIME + 2 * HALF_BOX + gap * gaps);
  }

  /** The picture as text in UTF-8. */
  public static String of(Ladder ladder) {
    return new LadderSvg(ladder).draw();
  }

  private static int gap(Ladder ladder) {
    int longest =
        ladder.rows().stream()
            .mapToInt(r -> r instanceof Arrow a ? a.label().length() : 0)
            .max()
            .orElse(0);
    return (int) Math.max(280, Math.min(LONGEST_LABEL, longest) * CHAR + 24);
  }

  private String draw() {
    heading();
    participants();
    int top = y;
    y += 14;
    ladder.rows().forEach(this::row);
    y += 8;
    String lines = lifelines(top, y);
    remarks();
    return LadderStyle.open(width, y + MARGIN, ladder.title() + " – " + ladder.summary())
        + lines
        + canvas
        + "</svg>\n";
  }

  private void heading() {
    y += 14;
    canvas.text(MARGIN, y, "title", clip(ladder.title(), width - 2 * MARGIN, TITLE_CHAR));
    y += 20;
    String word = FindingText.word(ladder.verdict());
    int chip = (int) (word.length() * CHAR) + 18;
    canvas.box("chip " + word, MARGIN, y - 13, chip, 18, 9);
    canvas.centred(MARGIN + chip / 2, y, "chiptext", word);
    String rest = ladder.id() + ", " + ladder.summary().substring(word.length()).strip();
    canvas.text(MARGIN + chip + 10, y, "sub", clip(rest, width - 2 * MARGIN - chip, SMALL_CHAR));
    y += 22;
  }

  private void participants() {
    int most = ladder.lifelines().stream().mapToInt(l -> l.addresses().size()).max().orElse(0);
    int height = 26 + 14 * Math.min(MOST_LINES, most);
    for (int i = 0; i < ladder.lifelines().size(); i++) {
      participant(ladder.lifelines().get(i), x(i), height);
    }
    y += height;
  }

  private void participant(Lifeline l, int x, int height) {
    String target = l.target() ? " targetname" : "";
    canvas.box(l.target() ? "box target" : "box", x - HALF_BOX, y, 2 * HALF_BOX, height, 6);
    canvas.centred(x, y + 18, "name" + target, Wrap.clip(l.name(), 22));
    for (int a = 0; a < Math.min(MOST_LINES, l.addresses().size()); a++) {
      canvas.centred(x, y + 32 + 14 * a, "sub" + target, Wrap.clip(l.addresses().get(a), 27));
    }
  }

  private String lifelines(int top, int bottom) {
    SvgCanvas lines = new SvgCanvas();
    for (int i = 0; i < ladder.lifelines().size(); i++) {
      lines.path("life", "M%d %dV%d", x(i), top, bottom);
    }
    return lines.toString();
  }

  private void row(Row row) {
    if (row instanceof Arrow a) {
      arrow(a);
    } else if (row instanceof Missing m) {
      missing(m);
    } else if (row instanceof Divider d) {
      divider(d);
    }
  }

  private void arrow(Arrow a) {
    y += 20;
    int from = x(a.from());
    int to = x(a.to());
    String look = a.failure().isPresent() ? "bad" : a.kind().name().toLowerCase(Locale.ROOT);
    canvas.text(MARGIN, y + 9, "time", a.time());
    canvas.centred((from + to) / 2, y, "label " + look, Wrap.clip(a.label(), LONGEST_LABEL));
    y += 6;
    int tip = to + (to > from ? -1 : 1);
    int back = to > from ? -9 : 9;
    canvas.path("line " + look, "M%d %dH%d", from, y, tip + back / 2);
    canvas.path("tip " + look, "M%d %dl%d -4.5v9z", tip, y, back);
    a.details().forEach(d -> detail(d, (from + to) / 2));
    a.failure().ifPresent(f -> failure(f, Math.min(from, to)));
    y += a.details().isEmpty() ? 2 : 6;
  }

  private void detail(String detail, int middle) {
    List<String> lines = Wrap.lines(detail, (int) ((gap - 24) / SMALL_CHAR));
    for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      y += line.isEmpty() ? 0 : 14;
      canvas.centred(middle, y, "sub", line);
    }
  }

  private void missing(Missing m) {
    y += 22;
    int end = x(m.at());
    int start = x(m.from());
    int middle = (start + end) / 2;
    canvas.text(MARGIN, y + 4, "time bad", m.time());
    canvas.path("line bad gone", "M%d %dH%d", start, y, middle);
    canvas.path("cross", "M%d %dl10 10m0 -10l-10 10", middle - 5, y - 5);
    failure(m.failure(), Math.min(end, start));
    y += 4;
  }

  /** A red box under a row, as wide as its text needs. */
  private void failure(String text, int left) {
    int start = left + 10;
    int columns = Math.max(30, (int) ((width - MARGIN - start - 40) / SMALL_CHAR));
    List<String> lines = Wrap.lines(text, columns);
    int widest = lines.stream().mapToInt(String::length).max().orElse(0);
    y += 9;
    canvas.box("fail", start, y, (int) (widest * SMALL_CHAR) + 38, lines.size() * 14 + 9, 4);
    canvas.path("cross", "M%d %dl8 8m0 -8l-8 8", start + 9, y + 7);
    for (String line : lines) {
      y += 14;
      canvas.text(start + 26, y + 1, "failtext", line);
    }
    y += 10;
  }

  private void divider(Divider d) {
    y += 26;
    canvas.path("divider", "M%d %dH%d", MARGIN, y, width - MARGIN);
    String label = clip(d.text(), width - 2 * MARGIN - TIME - 24, SMALL_CHAR);
    canvas.box("paper", MARGIN + TIME, y - 8, (int) (label.length() * SMALL_CHAR) + 16, 16, 0);
    canvas.text(MARGIN + TIME + 8, y + 4, "sub", label);
    y += 4;
  }

  private void remarks() {
    int columns = (int) ((width - 2 * MARGIN) / SMALL_CHAR);
    for (String remark : ladder.remarks()) {
      y += 6;
      for (String line : Wrap.lines(remark, columns)) {
        y += 14;
        canvas.text(MARGIN, y, remark.startsWith("note: ") ? "sub" : "failtext", line);
      }
    }
  }

  private static String clip(String text, int pixels, double character) {
    return Wrap.clip(text, (int) (pixels / character));
  }

  private int x(int lifeline) {
    return MARGIN + TIME + HALF_BOX + lifeline * gap;
  }
}
