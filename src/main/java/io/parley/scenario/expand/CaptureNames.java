package io.parley.scenario.expand;

import io.parley.model.Actor;
import io.parley.model.SourcePosition;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Suggestion;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the steps of a file capture, {@code actor.name}. Such a variable stays in the text until its
 * message is sent, so it may stand only where something is sent, below its capture.
 */
public final class CaptureNames {
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([^}]*)\\}");
  private static final Set<String> PLACES = Set.of("to", "headers", "body", "raw");

  /** What can be named of each actor and dialog without a capture. */
  private static final List<String> KNOWN =
      List.of("number", "uri", "replaces", "replaces-escaped");

  private final Set<String> actors = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  /** Finds what the file captures. */
  public static CaptureNames of(Mapping file) {
    CaptureNames out = new CaptureNames();
    steps(file.get("steps")).forEach(out::collect);
    out.known(file);
    return out;
  }

  /** Actors have a number before anything is captured. */
  private void known(Mapping file) {
    Set<String> all = new LinkedHashSet<>(List.of("caller", "callee"));
    file.get("actors")
        .filter(Mapping.class::isInstance)
        .ifPresent(a -> all.addAll(((Mapping) a).keys()));
    for (Node step : steps(file.get("steps"))) {
      if (step instanceof Mapping map) {
        map.keys().stream().filter(k -> all.contains(Actor.person(k))).forEach(all::add);
      }
    }
    actors.addAll(all);
    all.forEach(a -> KNOWN.forEach(k -> names.add(a + "." + k)));
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
            "no step captures '" + name + "'", Suggestion.hint(name, "Known", names));
  }

  /** Notes captures that are used where or before they can be. */
  public void check(Mapping file, Problems problems) {
    Set<String> known = new HashSet<>();
    names.stream()
        .filter(n -> KNOWN.contains(n.substring(n.lastIndexOf('.') + 1)))
        .forEach(known::add);
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
          "A capture can stand in to, headers, body and raw of what is sent, and in a check.");
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
      } else if (e.key().equals("either")) {
        ways(action.get("ways")).forEach(this::collect);
      } else if (action.get("capture").orElse(null) instanceof Mapping captures) {
        String actor = Actor.person(e.key());
        actors.add(actor);
        captures.keys().forEach(k -> names.add(actor + "." + k));
      }
    }
  }

  private static List<Node> steps(Optional<Node> node) {
    return node.map(CaptureNames::items).orElse(List.of());
  }

  private static List<Node> ways(Optional<Node> node) {
    return node.orElse(null) instanceof Mapping ways
        ? ways.entries().stream().map(Mapping.Entry::value).toList()
        : List.of();
  }

  private static List<Node> items(Node node) {
    return node instanceof Sequence list ? list.items() : List.of();
  }
}
