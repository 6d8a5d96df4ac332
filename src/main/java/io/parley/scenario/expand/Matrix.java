package io.parley.scenario.expand;

import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cells of a matrix: every combination of its values. */
public final class Matrix {
  private static final int MAX_CELLS = 1000;

  private Matrix() {}

  /**
   * One combination.
   *
   * @param labels what the case's identity says, by matrix key
   * @param values what {@code ${matrix.x}} stands for
   * @param row what {@code ${row.x}} stands for
   */
  public record Cell(Map<String, String> labels, Map<String, Node> values, Map<String, Node> row) {}

  /**
   * All cells, rows first, then the matrix with its last key turning fastest, without those that it
   * excludes; one empty cell when there is neither.
   */
  public static List<Cell> cells(
      Map<String, Node> matrix,
      List<RowTable.Row> rows,
      Map<String, String> set,
      Problems problems) {
    Map<String, Node> axes = new LinkedHashMap<>(matrix);
    Optional<Node> exclude = Optional.ofNullable(axes.remove(Exclusions.KEY));
    List<Cell> cells = rows.stream().map(Matrix::start).toList();
    for (Map.Entry<String, Node> axis : axes.entrySet()) {
      if (axis.getKey().equals("row") && rows.stream().anyMatch(r -> r.label().isPresent())) {
        problems.add(axis.getValue().at(), "the name 'row' is taken by the scenario's rows");
      }
      List<Node> values = values(axis.getKey(), axis.getValue(), set, problems);
      cells =
          cells.stream()
              .flatMap(cell -> values.stream().map(value -> with(cell, axis.getKey(), value)))
              .toList();
      if (cells.size() > MAX_CELLS) {
        String message = "expected at most " + MAX_CELLS + " combinations, found more";
        problems.add(axis.getValue().at(), message, "Split the scenario.");
        return List.of();
      }
    }
    return exclude.isPresent()
        ? new Exclusions(axes, problems).without(cells, exclude.get())
        : cells;
  }

  private static Cell start(RowTable.Row row) {
    Map<String, String> labels = row.label().map(label -> Map.of("row", label)).orElse(Map.of());
    return new Cell(labels, Map.of(), row.values());
  }

  private static Cell with(Cell cell, String key, Node value) {
    Map<String, String> labels = new LinkedHashMap<>(cell.labels());
    Map<String, Node> values = new LinkedHashMap<>(cell.values());
    labels.put(key, label(value).orElseThrow());
    values.put(key, value);
    return new Cell(labels, values, cell.row());
  }

  private static List<Node> values(
      String key, Node axis, Map<String, String> set, Problems problems) {
    if (!(axis instanceof Sequence list) || list.items().isEmpty()) {
      problems.add(axis.at(), key + ": expected a list of values, found " + axis.describe());
      return List.of();
    }
    List<Node> named = new ArrayList<>();
    for (Node value : list.items()) {
      Optional<String> label = label(value);
      if (label.isEmpty()) {
        problems.add(
            value.at(),
            key + ": expected a text, a number, or a map with a name, found " + value.describe());
      } else if (named.stream().anyMatch(n -> label(n).equals(label))) {
        problems.add(value.at(), key + ": the value '" + label.get() + "' is listed twice");
      } else {
        named.add(value);
      }
    }
    return chosen(named, Optional.ofNullable(set.get("matrix." + key)), axis);
  }

  /** A value set on the command line takes the place of the list. */
  private static List<Node> chosen(List<Node> values, Optional<String> set, Node axis) {
    if (set.isEmpty()) {
      return values;
    }
    List<Node> same = values.stream().filter(v -> label(v).equals(set)).toList();
    return same.isEmpty() ? List.of(new Scalar(axis.at(), set.get(), false)) : same;
  }

  /** What a value is called in the identity of its cases. */
  static Optional<String> label(Node value) {
    Node name = value instanceof Mapping map ? map.get("name").orElse(map) : value;
    return name instanceof Scalar s && !s.isNull() ? Optional.of(s.text()) : Optional.empty();
  }
}
