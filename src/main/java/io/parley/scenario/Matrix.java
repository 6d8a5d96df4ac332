package io.parley.scenario;

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
final class Matrix {
  private static final int MAX_CELLS = 1000;

  private Matrix() {}

  /**
   * One combination.
   *
   * @param labels what the case's identity says, by matrix key
   * @param values what {@code ${matrix.x}} stands for
   */
  record Cell(Map<String, String> labels, Map<String, Node> values) {}

  /** All cells, the last key turning fastest; one empty cell when there is no matrix. */
  static List<Cell> cells(Map<String, Node> matrix, Map<String, String> set, Problems problems) {
    List<Cell> cells = List.of(new Cell(Map.of(), Map.of()));
    for (Map.Entry<String, Node> axis : matrix.entrySet()) {
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
    return cells;
  }

  private static Cell with(Cell cell, String key, Node value) {
    Map<String, String> labels = new LinkedHashMap<>(cell.labels());
    Map<String, Node> values = new LinkedHashMap<>(cell.values());
    labels.put(key, label(value).orElseThrow());
    values.put(key, value);
    return new Cell(labels, values);
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

  private static Optional<String> label(Node value) {
    Node name = value instanceof Mapping map ? map.get("name").orElse(map) : value;
    return name instanceof Scalar s && !s.isNull() ? Optional.of(s.text()) : Optional.empty();
  }
}
