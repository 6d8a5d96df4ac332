package io.parley.scenario.expand;

import io.parley.scenario.files.Neighbours;
import io.parley.scenario.files.SourceFile;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a scenario: a list of maps, in the file itself or in a YAML or CSV file. */
public final class RowTable {
  private final SourceFile source;
  private final Problems problems;

  /**
   * The rows of one file.
   *
   * @param problems what is wrong with them
   */
  public RowTable(SourceFile source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * One row.
   *
   * @param label what the case's identity says: the column {@code name}, else the first
   * @param values what {@code ${row.x}} stands for
   */
  public record Row(Optional<String> label, Map<String, Node> values) {
    static final Row NONE = new Row(Optional.empty(), Map.of());
  }

  /** The rows in order; one empty row where the scenario has none. */
  public List<Row> rows(Mapping file) {
    Optional<Node> node = file.get("rows");
    if (node.isEmpty()) {
      return List.of(Row.NONE);
    }
    List<Row> out = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    List<Mapping> maps = maps(node.get());
    for (Mapping map : maps) {
      Optional<String> label = label(map);
      if (!map.keys().equals(maps.get(0).keys())) {
        problems.add(
            map.at(),
            "expected the columns of the first row, found " + String.join(", ", map.keys()),
            "Columns: " + String.join(", ", maps.get(0).keys()) + ".");
      } else if (label.isEmpty()) {
        problems.add(map.at(), "expected a text in the column 'name' or the first one");
      } else if (!labels.add(label.get())) {
        problems.add(
            map.at(),
            "the row '" + label.get() + "' is listed twice",
            "A row is named by its column 'name', else by its first one.");
      } else {
        out.add(row(label, map));
      }
    }
    return out;
  }

  private static Row row(Optional<String> label, Mapping map) {
    Map<String, Node> values = new LinkedHashMap<>();
    map.entries().forEach(e -> values.put(e.key(), e.value()));
    return new Row(label, values);
  }

  private List<Mapping> maps(Node node) {
    List<Mapping> found =
        node instanceof Scalar name && !name.isNull() ? fromFile(name) : list(node);
    if (found.isEmpty() && problems.isEmpty()) {
      problems.add(node.at(), "rows: expected at least one row, found none");
    }
    return found;
  }

  private List<Mapping> fromFile(Scalar name) {
    Optional<SourceFile> file = new Neighbours(problems).read(source, name.text(), name.at());
    if (file.isEmpty()) {
      return List.of();
    }
    if (name.text().endsWith(".csv")) {
      return new Csv(file.get().name(), file.get().text(), problems).rows();
    }
    return Yaml.parse(file.get().name(), file.get().text(), problems)
        .map(this::list)
        .orElse(List.of());
  }

  private List<Mapping> list(Node node) {
    if (!(node instanceof Sequence list)) {
      problems.add(
          node.at(),
          "rows: expected a list of maps or the name of a YAML or CSV file, found "
              + node.describe());
      return List.of();
    }
    List<Mapping> out = new ArrayList<>();
    for (Node item : list.items()) {
      if (item instanceof Mapping map && !map.entries().isEmpty()) {
        out.add(map);
      } else {
        problems.add(
            item.at(), "rows: expected a map from column to value, found " + item.describe());
      }
    }
    return out;
  }

  private static Optional<String> label(Mapping map) {
    Node node = map.get("name").orElse(map.entries().get(0).value());
    return node instanceof Scalar s && !s.isNull() && !s.text().isEmpty()
        ? Optional.of(s.text())
        : Optional.empty();
  }
}
