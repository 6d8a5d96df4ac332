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
  private static final int MARGIN = 24;
  private static final int TIME = 68;
  private static final int LONGEST_LABEL = 64;
  private static final int MOST_LINES = 3;
  private static final double CHAR = 7.25;
  private static final double SMALL_CHAR = 6.05;

  private final Ladder ladder;
  private final int gap;
  private final int width;
  private final StringBuilder body = new StringBuilder(8192);
  private int y = MARGIN;

  private LadderSvg(Ladder ladder) {
    this.ladder = ladder;
    this.gap = gap(ladder);
    int lines = ladder.lifelines().size();
    int needed = MARGIN + TIME + HALF_BOX + gap * Math.max(1, lines - 1) + HALF_BOX + MARGIN;
    this.width = Math.max(needed, 560);
  }

  /** Half the width of a participant's box. */
  private static final int HALF_BOX = 86;

  /** The picture as text in UTF-8. */
  public static String of(Ladder ladder) {
    return new LadderSvg(ladder).draw();
  }

  private static int gap(Ladder ladder) {
    double widest = 0;
    for (Row row : ladder.rows()) {
      if (row instanceof Arrow a) {
        widest = Math.max(widest, Math.min(LONGEST_LABEL, a.label().length()) * CHAR);
      }
    }
    return (int) Math.max(300, widest + 40);
  }

  private String draw() {
    heading();
    int top = y;
    participants();
    int lineTop = y;
    y += 14;
    ladder.rows().forEach(this::row);
    y += 8;
    int lineBottom = y;
    remarks();
    String lines = lifelines(lineTop, lineBottom);
    int height = y + MARGIN;
    return LadderStyle.open(width, height, ladder.title() + " – " + ladder.summary())
        + (top > 0 ? lines : "")
        + body
        + "</svg>\n";
  }

  private void heading() {
    y += 14;
    text(MARGIN, y, "title", Wrap.clip(ladder.title(), (int) ((width - 2 * MARGIN) / 8.4)));
    y += 20;
    String word = FindingText.word(ladder.verdict());
    int chip = (int) (word.length() * CHAR) + 18;
    body.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"chip %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"18\" rx=\"9\"/>\n",
            word,
            MARGIN,
            y - 13,
            chip));
    centred(MARGIN + chip / 2, y, "chiptext", word);
    String rest = ladder.summary().substring(word.length()).strip();
    String line = ladder.id() + ", " + rest;
    text(
        MARGIN + chip + 10,
        y,
        "sub",
        Wrap.clip(line, (int) ((width - 2 * MARGIN - chip) / SMALL_CHAR)));
    y += 22;
  }

  private void participants() {
    int most =
        ladder.lifelines().stream()
            .mapToInt(l -> Math.min(3, l.addresses().size()))
            .max()
            .orElse(0);
    int height = 26 + 14 * most;
    for (int i = 0; i < ladder.lifelines().size(); i++) {
      Lifeline l = ladder.lifelines().get(i);
      body.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"box%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n",
              l.target() ? " target" : "",
              x(i) - HALF_BOX,
              y,
              2 * HALF_BOX,
              height));
      centred(x(i), y + 18, l.target() ? "name targetname" : "name", Wrap.clip(l.name(), 22));
      for (int a = 0; a < Math.min(3, l.addresses().size()); a++) {
        centred(
            x(i),
            y + 32 + 14 * a,
            l.target() ? "sub targetname" : "sub",
            Wrap.clip(l.addresses().get(a), 27));
      }
    }
    y += height;
  }

  private String lifelines(int top, int bottom) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < ladder.lifelines().size(); i++) {
      out.append(
          String.format(
              Locale.ROOT, "<path class=\"life\" d=\"M%d %dV%d\"/>\n", x(i), top, bottom));
    }
    return out.toString();
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
    String look = look(a);
    int from = x(a.from());
    int to = x(a.to());
    int middle = (from + to) / 2;
    text(MARGIN, y + 9, "time", a.time());
    centred(middle, y, "label " + look, Wrap.clip(a.label(), LONGEST_LABEL));
    y += 6;
    int tip = to + (to > from ? -1 : 1);
    int back = to > from ? -9 : 9;
    body.append(
        String.format(
            Locale.ROOT,
            "<path class=\"line %s\" d=\"M%d %dH%d\"/>"
                + "<path class=\"tip %s\" d=\"M%d %dl%d -4.5v9z\"/>\n",
            look,
            from,
            y,
            tip + back / 2,
            look,
            tip,
            y,
            back));
    int columns = (int) ((gap - 24) / SMALL_CHAR);
    for (String detail : a.details()) {
      for (String line : Wrap.lines(detail, columns).stream().limit(MOST_LINES).toList()) {
        y += line.isEmpty() ? 0 : 14;
        centred(middle, y, "sub", line);
      }
    }
    a.failure().ifPresent(f -> failure(f, Math.min(from, to)));
    y += a.details().isEmpty() ? 2 : 6;
  }

  private static String look(Arrow a) {
    return a.failure().isPresent() ? "bad" : a.kind().name().toLowerCase(Locale.ROOT);
  }

  private void missing(Missing m) {
    y += 22;
    int end = x(m.at());
    int other = x(m.from());
    text(MARGIN, y + 4, "time bad", m.time());
    body.append(
        String.format(
            Locale.ROOT,
            "<path class=\"line bad gone\" d=\"M%d %dH%d\"/>"
                + "<path class=\"cross\" d=\"M%d %dl10 10m0 -10l-10 10\"/>\n",
            other,
            y,
            (end + other) / 2,
            (end + other) / 2 - 5,
            y - 5));
    failure(m.failure(), Math.min(end, other));
    y += 4;
  }

  /** A red box under a row, as wide as its text needs. */
  private void failure(String text, int left) {
    int start = left + 10;
    int columns = Math.max(30, (int) ((width - MARGIN - start - 40) / SMALL_CHAR));
    List<String> lines = Wrap.lines(text, columns);
    int widest = lines.stream().mapToInt(String::length).max().orElse(0);
    y += 9;
    body.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"fail\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>\n",
            start,
            y,
            (int) (widest * SMALL_CHAR) + 38,
            lines.size() * 14 + 9));
    body.append(
        String.format(
            Locale.ROOT, "<path class=\"cross\" d=\"M%d %dl8 8m0 -8l-8 8\"/>\n", start + 9, y + 7));
    for (String line : lines) {
      y += 14;
      text(start + 26, y + 1, "failtext", line);
    }
    y += 10;
  }

  private void divider(Divider d) {
    y += 26;
    body.append(
        String.format(
            Locale.ROOT, "<path class=\"divider\" d=\"M%d %dH%d\"/>\n", MARGIN, y, width - MARGIN));
    String label = Wrap.clip(d.text(), (int) ((width - 2 * MARGIN) / SMALL_CHAR) - 4);
    int w = (int) (label.length() * SMALL_CHAR) + 16;
    body.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"paper\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\"/>\n",
            MARGIN + TIME,
            y - 8,
            w));
    text(MARGIN + TIME + 8, y + 4, "sub", label);
    y += 4;
  }

  private void remarks() {
    for (String remark : ladder.remarks()) {
      y += 6;
      boolean note = remark.startsWith("note: ");
      for (String line : Wrap.lines(remark, (int) ((width - 2 * MARGIN) / SMALL_CHAR))) {
        y += 14;
        text(MARGIN, y, note ? "sub" : "failtext", line);
      }
    }
  }

  private int x(int lifeline) {
    return MARGIN + TIME + HALF_BOX + lifeline * gap;
  }

  private void text(int x, int at, String look, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n",
            look,
            x,
            at,
            Xml.text(text)));
  }

  private void centred(int x, int at, String look, String text) {
    text(x, at, look + " mid", text);
  }
}
