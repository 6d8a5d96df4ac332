package io.parley.scenario.files;

import io.parley.model.SourcePosition;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of all scenarios, and who refers to them. */
public final class Index {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([a-z]+\\.[^}\\s]+)");
  private final Map<String, SourcePosition> ids = new HashMap<>();
  private final List<Located<String>> controls = new ArrayList<>();
  private final Set<String> variables = new TreeSet<>(List.of("numbers.caller", "numbers.callee"));
  private final Problems problems;

  /** An empty index. */
  public Index(Problems problems) {
    this.problems = problems;
  }

  /** Notes a file's id, which must be new, its variables, and the scenario that is its control. */
  public void add(Mapping file, String source) {
    reads(source);
    text(file, "id").ifPresent(this::addId);
    text(file, "control").filter(c -> !c.value().equals("none")).ifPresent(controls::add);
  }

  /** Notes the variables in a text. */
  public void reads(String source) {
    Matcher m = VARIABLE.matcher(source);
    while (m.find()) {
      variables.add(m.group(1));
    }
  }

  /**
   * Every control must be a scenario, and every variable set must be one that a scenario reads.
   *
   * @param set names of the variables set on the command line
   */
  public void check(Collection<String> set) {
    controls();
    for (String name : set) {
      String full = name.contains(".") ? name : "vars." + name;
      boolean read = variables.stream().anyMatch(v -> v.equals(full) || v.startsWith(full + "."));
      if (!read) {
        Optional<String> meant = Suggestion.nearest(full, variables);
        problems.add(
            SourcePosition.whole("--set " + name),
            "no scenario reads ${" + full + "}",
            meant.map(v -> "Did you mean '" + v + "'?"));
      }
    }
  }

  /** A control is a scenario that was loaded, or one that is shipped. */
  private void controls() {
    TreeSet<String> known = new TreeSet<>(ids.keySet());
    boolean allLoaded = controls.stream().allMatch(c -> known.contains(c.value()));
    if (allLoaded) {
      return;
    }
    PackedFolder.list("scenarios").forEach(name -> known.add(stem(name)));
    for (Located<String> control : controls) {
      if (!known.contains(control.value())) {
        problems.add(
            control.at(),
            "control: unknown scenario '" + control.value() + "'",
            Suggestion.nearest(control.value(), known)
                .map(w -> "Did you mean '" + w + "'?")
                .or(() -> Optional.of("Load it too, or say 'control: none'.")));
      }
    }
  }

  private void addId(Located<String> id) {
    SourcePosition first = ids.putIfAbsent(id.value(), id.at());
    if (first != null) {
      problems.add(
          id.at(),
          "the id '" + id.value() + "' is already taken by " + first,
          "Every scenario has an id of its own.");
    }
  }

  private static Optional<Located<String>> text(Mapping file, String key) {
    Optional<Node> node = file.get(key);
    return node.filter(n -> n instanceof Scalar s && !s.isNull())
        .map(n -> new Located<>(n.at(), ((Scalar) n).text()));
  }

  private static String stem(String name) {
    return Path.of(name).getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
