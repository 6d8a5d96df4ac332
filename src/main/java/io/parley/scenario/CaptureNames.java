package io.parley.scenario;

import io.parley.model.SourcePosition;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Suggestion;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the steps of a file capture, {@code actor.name}. Such a variable stays in the text until its
 * message is sent, so it may stand only where something is sent, below its capture.
 */
final class CaptureNames {
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([^}]*)\\}");
  private static final Set<String> PLACES = Set.of("headers", "body", "raw");

  private final Set<String> actors = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  /** Finds what the file captures. */
  static CaptureNames of(Mapping file) {
    CaptureNames out = new CaptureNames();
    steps(file.get("steps")).forEach(out::collect);
    return out;
  }

  /** Whether a variable of that space is a capture. */
  boolean isActor(String space) {
    return actors.contains(space);
  }

  /** What {@code ${actor.name}} stands for while loading: itself. */
  Names.Value lookUp(String name) {
    return names.contains(name)
        ? Names.Value.AS_WRITTEN
        : Names.Value.wrong(
            "no step captures '" + name + "'", Suggestion.hint(name, "Captured", names));
  }

  /** Notes captures that are used where or before they can be. */
  void check(Mapping file, Problems problems) {
    Set<String> known = new HashSet<>();
    for (Mapping.Entry entry : file.entries()) {
      if (entry.key().equals("steps")) {
        for (Node step : items(entry.value())) {
          step(step, known, problems);
          CaptureNames here = new CaptureNames();
          here.collect(step);
          known.addAll(here.names);
        }
      } else {
        refuse(entry.value(), problems);
      }
    }
  }

  private void step(Node step, Set<String> known, Problems problems) {
    if (!(step instanceof Mapping map)) {
      return;
    }
    for (Mapping.Entry actor : map.entries()) {
      if (!(actor.value() instanceof Mapping action)) {
        continue;
      }
      boolean sends = action.get("send").isPresent() || action.get("raw").isPresent();
      for (Mapping.Entry key : action.entries()) {
        if (sends && PLACES.contains(key.key())) {
          used(key.value()).forEach(v -> early(v.name(), v.at(), known, problems));
        } else {
          refuse(key.value(), problems);
        }
      }
    }
  }

  private static void early(String name, SourcePosition at, Set<String> known, Problems problems) {
    if (!known.contains(name)) {
      problems.add(
          at, "'${" + name + "}' is captured only below", "Move the receive that captures it up.");
    }
  }

  private void refuse(Node node, Problems problems) {
    for (Use use : used(node)) {
      problems.add(
          use.at(),
          "'${" + use.name() + "}' is known only when the call is up",
          "A capture can stand in headers, body and raw of what is sent, and in a check.");
    }
  }

  private record Use(SourcePosition at, String name) {}

  private Set<Use> used(Node node) {
    Set<Use> out = new LinkedHashSet<>();
    if (node instanceof Scalar scalar) {
      Matcher m = VARIABLE.matcher(scalar.text());
      while (m.find()) {
        if (names.contains(m.group(1).strip())) {
          out.add(new Use(scalar.at(), m.group(1).strip()));
        }
      }
    } else if (node instanceof Sequence list) {
      list.items().forEach(i -> out.addAll(used(i)));
    } else {
      ((Mapping) node).entries().forEach(e -> out.addAll(used(e.value())));
    }
    return out;
  }

  private void collect(Node step) {
    if (!(step instanceof Mapping map)) {
      return;
    }
    for (Mapping.Entry e : map.entries()) {
      if (!(e.value() instanceof Mapping action)) {
        continue;
      }
      if (e.key().equals("unordered")) {
        steps(action.get("steps")).forEach(this::collect);
      } else if (action.get("capture").orElse(null) instanceof Mapping captures) {
        actors.add(e.key());
        captures.keys().forEach(k -> names.add(e.key() + "." + k));
      }
    }
  }

  private static java.util.List<Node> steps(Optional<Node> node) {
    return node.map(CaptureNames::items).orElse(java.util.List.of());
  }

  private static java.util.List<Node> items(Node node) {
    return node instanceof Sequence list ? list.items() : java.util.List.of();
  }
}
