package io.parley.scenario.expand;

import io.parley.scenario.files.Index;
import io.parley.scenario.files.Neighbours;
import io.parley.scenario.files.SourceFile;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Suggestion;
import io.parley.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the steps of included files into the place of {@code - include: steps/answered.yaml}, with
 * their parameters. An included file has {@code steps}, and {@code vars}: its parameters with what
 * they are by default, {@code ~} where they must be given.
 */
public final class Includes {
  private static final int MAX_STEPS = 1000;
  private static final List<String> KEYS = List.of("description", "vars", "steps");

  private final Problems problems;
  private final Index index;
  private final Set<String> outer;
  private int steps;

  /**
   * Sets it up for one scenario.
   *
   * @param outer the names that the scenario, its matrix, its rows and the user give a value; they
   *     come before a default
   */
  public Includes(Problems problems, Index index, Set<String> outer) {
    this.problems = problems;
    this.index = index;
    this.outer = outer;
  }

  /** The file with all its steps; what cannot be included is in the problems. */
  public Mapping expand(SourceFile source, Mapping file) {
    return new Mapping(
        file.at(),
        file.entries().stream()
            .map(
                e ->
                    e.key().equals("steps") && e.value() instanceof Sequence list
                        ? new Mapping.Entry(
                            e.keyAt(),
                            e.key(),
                            new Sequence(list.at(), steps(source, list, List.of(source))))
                        : e)
            .toList());
  }

  private List<Node> steps(SourceFile by, Sequence list, List<SourceFile> open) {
    List<Node> out = new ArrayList<>();
    for (Node step : list.items()) {
      if (++steps > MAX_STEPS) {
        problems.add(step.at(), "expected at most " + MAX_STEPS + " steps, found more");
        return List.of();
      }
      if (step instanceof Mapping map && map.keys().equals(List.of("include"))) {
        out.addAll(included(by, map.entries().get(0), open));
      } else {
        out.add(step);
      }
    }
    return out;
  }

  private List<Node> included(SourceFile by, Mapping.Entry include, List<SourceFile> open) {
    Optional<Scalar> name = name(include.value());
    if (name.isEmpty()) {
      return List.of();
    }
    Optional<SourceFile> file =
        new Neighbours(problems).read(by, name.get().text(), name.get().at());
    List<SourceFile> inner = new ArrayList<>(open);
    file.ifPresent(inner::add);
    if (file.isEmpty() || isCircle(file.get(), open, name.get(), inner)) {
      return List.of();
    }
    return Yaml.parse(file.get().name(), file.get().text(), problems)
        .flatMap(root -> body(root, include, file.get()))
        .map(list -> steps(file.get(), list, inner))
        .orElse(List.of());
  }

  private Optional<Scalar> name(Node include) {
    Node name = include;
    if (include instanceof Mapping map) {
      known(map, List.of("file", "with"));
      name = map.get("file").orElse(map);
    }
    if (name instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    problems.add(
        name.at(),
        "include: expected the name of a file, or { file: …, with: { … } }, found "
            + name.describe());
    return Optional.empty();
  }

  private boolean isCircle(
      SourceFile file, List<SourceFile> open, Scalar name, List<SourceFile> inner) {
    boolean circle = open.stream().anyMatch(o -> place(o).equals(place(file)));
    if (circle) {
      String way =
          inner.stream()
              .map(f -> place(f).getFileName().toString())
              .collect(Collectors.joining(" → "));
      problems.add(name.at(), "the include goes round in a circle: " + way);
    }
    return circle;
  }

  private static Path place(SourceFile file) {
    return Path.of(file.name()).toAbsolutePath().normalize();
  }

  /** The steps of an included file with its parameters filled in. */
  private Optional<Sequence> body(Node root, Mapping.Entry include, SourceFile file) {
    index.reads(file.text());
    if (!(root instanceof Mapping map)
        || !(map.get("steps").orElse(null) instanceof Sequence list)) {
      problems.add(root.at(), "expected a map with steps, found " + root.describe());
      return Optional.empty();
    }
    known(map, KEYS);
    Map<String, Node> declared = map.table("vars", problems);
    Map<String, Node> given =
        include.value() instanceof Mapping with ? with.table("with", problems) : Map.of();
    Map<String, Node> values = values(declared, given, include, file);
    undeclared(declared, given, file);
    return Optional.of((Sequence) new Parameters(values).fill(list));
  }

  /** What is given comes first, then what the including scenario has, then what is declared. */
  private Map<String, Node> values(
      Map<String, Node> declared, Map<String, Node> given, Mapping.Entry include, SourceFile file) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (Map.Entry<String, Node> e : declared.entrySet()) {
      if (given.containsKey(e.getKey())) {
        values.put(e.getKey(), given.get(e.getKey()));
      } else if (!outer.contains(e.getKey())) {
        values.put(e.getKey(), e.getValue());
        missing(e, include, file);
      }
    }
    return values;
  }

  private void undeclared(Map<String, Node> declared, Map<String, Node> given, SourceFile file) {
    given.forEach(
        (name, value) -> {
          if (!declared.containsKey(name)) {
            problems.add(
                value.at(),
                "with: '" + file.name() + "' has no parameter '" + name + "'",
                Suggestion.hint(name, "Parameters", declared.keySet()));
          }
        });
  }

  private void missing(Map.Entry<String, Node> declared, Mapping.Entry include, SourceFile file) {
    if (declared.getValue() instanceof Scalar s && s.isNull()) {
      problems.add(
          include.keyAt(),
          "include: '" + file.name() + "' needs '" + declared.getKey() + "'",
          "Add it: { file: …, with: { " + declared.getKey() + ": … } }.");
    }
  }

  private void known(Mapping map, List<String> keys) {
    for (Mapping.Entry e : map.entries()) {
      if (!keys.contains(e.key())) {
        problems.add(
            e.keyAt(), "unknown key '" + e.key() + "'", Suggestion.hint(e.key(), "Keys", keys));
      }
    }
  }
}
