package io.parley.report.bundle;

import java.util.List;

/**
 * The first page of a bundle, whatever it is shown as.
 *
 * @param title whose evidence it is
 * @param verdict how the case ended, in words
 * @param sections top to bottom
 */
record Page(String title, String verdict, List<Section> sections) {

  /**
   * One heading and what stands under it.
   *
   * @param title the heading
   * @param rows names and values
   * @param blocks texts that are shown as they are, after the rows
   */
  record Section(String title, List<Row> rows, List<Block> blocks) {

    /** A section of names and values only. */
    static Section of(String title, List<Row> rows) {
      return new Section(title, rows, List.of());
    }
  }

  /**
   * A name and its value.
   *
   * @param name what it is; empty = more of the row above
   * @param value one line or several
   */
  record Row(String name, String value) {}

  /**
   * A text that keeps its lines.
   *
   * @param title what it is
   * @param text the text
   */
  record Block(String title, String text) {}
}
