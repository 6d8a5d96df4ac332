package io.parley.scenario.expand;

import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Combinations of a matrix that are not played: {@code exclude: [ { codec: opus } ]}. */
final class Exclusions {
  /** The key among those of the matrix. */
  static final String KEY = "exclude";

  private final Map<String, Node> axes;
  private final Problems problems;

  Exclusions(Map<String, Node> axes, Problems problems) {
    this.axes = axes;
    this.problems = problems;
  }

  /** The cells that no exclusion names. */
  List<Matrix.Cell> without(List<Matrix.Cell> cells, Node exclude) {
    if (!(exclude instanceof Sequence list)) {
      problems.add(exclude.at(), "exclude: expected a list of maps, found " + exclude.describe());
      return cells;
    }
    List<Map<String, String>> out = new ArrayList<>();
    for (Node item : list.items()) {
      if (item instanceof Mapping map && !map.entries().isEmpty()) {
        out.add(exclusion(map));
      } else {
        String found = item.describe();
        problems.add(item.at(), "exclude: expected a map from key to value, found " + found);
      }
    }
    List<Matrix.Cell> left =
        cells.stream().filter(c -> out.stream().noneMatch(x -> in(x, c))).toList();
    if (left.isEmpty() && !cells.isEmpty()) {
      problems.add(exclude.at(), "exclude: nothing of the matrix is left");
    }
    return left;
  }

  private static boolean in(Map<String, String> exclusion, Matrix.Cell cell) {
    return cell.labels().entrySet().containsAll(exclusion.entrySet());
  }

  private Map<String, String> exclusion(Mapping map) {
    Map<String, String> out = new LinkedHashMap<>();
    for (Mapping.Entry e : map.entries()) {
      String value = e.value() instanceof Scalar s ? s.text() : "";
      out.put(e.key(), value);
      if (!axes.containsKey(e.key())) {
        problems.add(
            e.keyAt(),
            "exclude: unknown key '" + e.key() + "' of the matrix",
            Suggestion.hint(e.key(), "Keys", axes.keySet()));
      } else if (!labels(axes.get(e.key())).contains(value)) {
        problems.add(
            e.value().at(),
            "exclude: '" + e.key() + "' has no value " + e.value().describe(),
            Suggestion.hint(value, "Values", labels(axes.get(e.key()))));
      }
    }
    return out;
  }

  private static Set<String> labels(Node axis) {
    Set<String> out = new TreeSet<>();
    if (axis instanceof Sequence list) {
      list.items().forEach(i -> Matrix.label(i).ifPresent(out::add));
    }
    return out;
  }
}
