package io.parley.report.bundle;

import io.parley.report.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one section while it is made. What others sent is made visible, and cut where long.
 */
final class Rows {
  /** More than that of one value is read in the files beside the page. */
  private static final int LONGEST = 2000;

  private final List<Page.Row> rows = new ArrayList<>();

  /** Adds a row. */
  Rows add(String name, String value) {
    rows.add(new Page.Row(name, cut(Visible.text(value))));
    return this;
  }

  /** Adds a row where there is a value. */
  Rows add(String name, Optional<String> value) {
    value.ifPresent(v -> add(name, v));
    return this;
  }

  /** Adds a row for each value, the name before the first only. */
  Rows add(String name, Stream<String> values) {
    String[] shown = {name};
    values.forEach(
        v -> {
          add(shown[0], v);
          shown[0] = "";
        });
    return this;
  }

  /** What was added. */
  List<Page.Row> list() {
    return List.copyOf(rows);
  }

  /** The section. */
  Page.Section section(String title) {
    return Page.Section.of(title, list());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… (" + (text.length() - LONGEST) + " more characters)";
  }
}
