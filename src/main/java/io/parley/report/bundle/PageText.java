package io.parley.report.bundle;

/** The first page as plain text: the README of a bundle. */
final class PageText {
  private static final int NAME = 16;

  private PageText() {}

  /** The page, lines ended by LF. */
  static String of(Page page) {
    StringBuilder out = new StringBuilder();
    out.append(page.title()).append('\n').append(page.verdict()).append('\n');
    page.sections().forEach(s -> section(out, s));
    return out.toString();
  }

  private static void section(StringBuilder out, Page.Section section) {
    out.append('\n').append(section.title()).append('\n');
    out.append("-".repeat(section.title().length())).append('\n');
    section.rows().forEach(r -> row(out, r));
    section.blocks().forEach(b -> block(out, b));
  }

  private static void row(StringBuilder out, Page.Row row) {
    String indent = "\n" + " ".repeat(NAME + 2);
    String name = row.name() + " ".repeat(Math.max(0, NAME - row.name().length()));
    out.append(name).append("  ").append(row.value().strip().replace("\n", indent)).append('\n');
  }

  private static void block(StringBuilder out, Page.Block block) {
    out.append('\n').append(block.title()).append(":\n\n");
    block.text().lines().forEach(l -> out.append(l.isBlank() ? "" : "    " + l).append('\n'));
  }
}
