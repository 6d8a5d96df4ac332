package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Comparison;
import io.parley.scenario.surface.Action;
import io.parley.scenario.surface.StepLine;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the paths of {@code check} steps name what there can be. */
final class CheckPaths {
  private final Set<String> actors;
  private final List<StepLine> lines;
  private final Problems problems;

  /**
   * Sets up the check.
   *
   * @param actors those of the scenario; where no callee is among them the one that Parley plays by
   *     itself can be named too
   */
  CheckPaths(Map<String, Actor> actors, List<StepLine> lines, Problems problems) {
    this.actors = new TreeSet<>(actors.keySet());
    if (actors.values().stream().noneMatch(a -> a.role() == Actor.Role.CALLEE)) {
      this.actors.add(Actor.FAR_END);
    }
    this.lines = lines;
    this.problems = problems;
  }

  void check() {
    for (StepLine line : lines) {
      if (line.action() instanceof Action.Check c) {
        path(c.check(), c.check().left());
        if (c.check().right() instanceof Comparison.Path right) {
          path(c.check(), right);
        }
      }
    }
  }

  private void path(Comparison check, Comparison.Path path) {
    if (!actors.contains(path.actor())) {
      wrong(check, "unknown actor '" + path.actor() + "'", path.actor(), "Actors", actors);
    } else if (path.of().equals("offer") || path.of().equals("answer")) {
      known(check, "property", path.property(), Comparison.SDP);
      if (!path.part().isEmpty()) {
        problems.add(check.at(), "check: '" + path + "' goes further than an SDP property");
      }
    } else if (path.of().matches("[A-Z]+|[1-6][0-9][0-9]")) {
      if (path.property().isEmpty()) {
        problems.add(
            check.at(),
            "'" + path + "' names a message and nothing in it",
            "Add a header, start-line or body: " + path + ".Contact.");
      } else if (!path.part().isEmpty()) {
        part(check, path);
      }
    } else {
      capture(check, path);
    }
  }

  private void part(Comparison check, Comparison.Path path) {
    boolean whole = Comparison.MESSAGE.contains(path.property());
    if (whole && !path.property().equals("Request-URI")) {
      problems.add(check.at(), "check: '" + path.property() + "' has no parts");
    } else {
      known(check, "part of a header", path.part(), Comparison.HEADER);
    }
  }

  private void known(Comparison check, String what, String word, List<String> known) {
    if (!known.contains(word)) {
      wrong(check, "unknown " + what + " '" + word + "'", word, "Known", known);
    }
  }

  private void capture(Comparison check, Comparison.Path path) {
    Set<String> known = new TreeSet<>(List.of("offer", "answer"));
    for (StepLine line : lines) {
      if (line.action() instanceof Action.Receive r
          && Actor.person(line.actor().value()).equals(Actor.person(path.actor()))) {
        known.addAll(r.capture().keySet());
      }
    }
    if (!known.contains(path.of())) {
      wrong(
          check,
          "'" + path.actor() + "' has no '" + path.of() + "'",
          path.of(),
          "A method, a status, or one of",
          known);
    }
  }

  private void wrong(
      Comparison check, String what, String word, String plural, Iterable<String> known) {
    TreeSet<String> all = new TreeSet<>();
    known.forEach(all::add);
    problems.add(check.at(), "check: " + what, Suggestion.hint(word, plural, all));
  }
}
