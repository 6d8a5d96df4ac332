package io.parley.scenario.expand;

import io.parley.model.SourcePosition;
import io.parley.scenario.context.LoadContext;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What variables stand for in one matrix cell of one file. */
public final class Names {
  /** Numbers that scenarios may take for granted as names; a target need not have them. */
  public static final List<String> NUMBERS = TargetNames.NUMBERS;

  private static final List<String> SPACES =
      List.of("vars", "matrix", "row", "numbers", "target", "env");

  private final LoadContext context;
  private final TargetNames target;
  private final Map<String, Node> vars;
  private final Map<String, Node> cell;
  private final Map<String, Node> row;
  private final CaptureNames captures;
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * The names of one matrix cell.
   *
   * @param vars the variables of the file
   * @param cell the values of the cell, by key of the matrix
   * @param row the values of the row; empty = none
   * @param captures what the steps capture
   */
  public Names(
      LoadContext context,
      Map<String, Node> vars,
      Map<String, Node> cell,
      Map<String, Node> row,
      CaptureNames captures) {
    this.row = row;
    this.context = context;
    this.target = new TargetNames(context);
    this.captures = captures;
    this.vars = vars;
    this.cell = cell;
  }

  /**
   * What a name stands for.
   *
   * @param node the value; empty = none, or it stays as written
   * @param problem what is wrong with the name
   * @param hint what may have been meant
   */
  record Value(Optional<Node> node, Optional<String> problem, Optional<String> hint) {
    static final Value AS_WRITTEN = new Value(Optional.empty(), Optional.empty(), Optional.empty());

    static Value of(Node node) {
      return new Value(Optional.of(node), Optional.empty(), Optional.empty());
    }

    static Value wrong(String problem, Optional<String> hint) {
      return new Value(Optional.empty(), Optional.of(problem), hint);
    }
  }

  /** Why the case does not apply to the target: names that the target lacks. */
  public Optional<String> skip() {
    return target.skip();
  }

  /** The value of {@code space.name}. */
  Value lookUp(String name, SourcePosition at) {
    int dot = name.indexOf('.');
    String space = dot < 0 ? name : name.substring(0, dot);
    String rest = dot < 0 ? "" : name.substring(dot + 1);
    if (dot > 0 && captures.isActor(space)) {
      return captures.lookUp(name);
    }
    if (dot < 0 || !SPACES.contains(space)) {
      return unknown(name);
    }
    Optional<String> set = Optional.ofNullable(context.set().get(name));
    if (set.isEmpty() && space.equals("vars")) {
      set = Optional.ofNullable(context.set().get(rest));
    }
    if (set.isPresent()) {
      return Value.of(new Scalar(at, set.get(), false));
    }
    return switch (space) {
      case "vars" -> variable(rest);
      case "matrix" -> inTree(cell, "matrix", rest);
      case "row" -> inTree(row, "row", rest);
      case "numbers" -> target.number(rest, at);
      case "target" -> target.target(rest, at);
      default -> target.environment(rest, at);
    };
  }

  private Value variable(String path) {
    if (row.containsKey(path)) {
      return Value.of(row.get(path));
    }
    if (cell.containsKey(path)) {
      return Value.of(cell.get(path));
    }
    if (open.contains(path)) {
      return Value.wrong("the variable 'vars." + path + "' stands for itself", Optional.empty());
    }
    Value raw = inTree(vars, "vars", path);
    if (raw.node().isEmpty()) {
      return raw;
    }
    open.push(path);
    try {
      Problems inner = new Problems();
      Node filled = new Variables(this, inner).fill(raw.node().get());
      return inner.isEmpty()
          ? Value.of(filled)
          : Value.wrong(inner.list().get(0).message(), inner.list().get(0).hint());
    } finally {
      open.pop();
    }
  }

  private static Value inTree(Map<String, Node> tree, String space, String path) {
    String[] steps = path.split("\\.");
    Node node = tree.get(steps[0]);
    if (node == null) {
      return Value.wrong(
          "unknown variable '" + space + "." + path + "'",
          Suggestion.hint(path, "Known", tree.keySet()));
    }
    for (String step : Arrays.asList(steps).subList(1, steps.length)) {
      Optional<Node> next = node instanceof Mapping map ? map.get(step) : Optional.<Node>empty();
      if (next.isEmpty()) {
        Collection<String> keys = node instanceof Mapping map ? map.keys() : List.of();
        return Value.wrong(
            "unknown variable '" + space + "." + path + "'", Suggestion.hint(step, "Known", keys));
      }
      node = next.get();
    }
    return Value.of(node);
  }

  private Value unknown(String name) {
    TreeSet<String> known = new TreeSet<>();
    vars.keySet().forEach(v -> known.add("vars." + v));
    cell.keySet().forEach(v -> known.add("matrix." + v));
    row.keySet().forEach(v -> known.add("row." + v));
    NUMBERS.forEach(n -> known.add("numbers." + n));
    Optional<String> meant =
        known.stream()
            .filter(k -> k.endsWith("." + name))
            .findFirst()
            .or(() -> Suggestion.nearest(name, known))
            .map(k -> "Did you mean '${" + k + "}'? ");
    return Value.wrong(
        "unknown variable '" + name + "'",
        Optional.of(meant.orElse("") + "Variables begin with " + String.join("., ", SPACES) + "."));
  }
}
