package io.parley.scenario;

import io.parley.model.SourcePosition;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The ids of all scenarios, and who refers to them. */
final class Index {
  private final Map<String, SourcePosition> ids = new HashMap<>();
  private final List<Located<String>> controls = new ArrayList<>();
  private final Problems problems;

  Index(Problems problems) {
    this.problems = problems;
  }

  /** Notes a file's id, which must be new, and the scenario it names as its control. */
  void add(Mapping file) {
    text(file, "id").ifPresent(this::addId);
    text(file, "control").filter(c -> !c.value().equals("none")).ifPresent(controls::add);
  }

  /** Every control must be a scenario: one that was loaded, or one that is shipped. */
  void check() {
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
