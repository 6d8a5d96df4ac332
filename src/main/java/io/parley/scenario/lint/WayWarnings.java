package io.parley.scenario.lint;

import io.parley.model.ReceiveStep;
import io.parley.model.SourcePosition;
import io.parley.model.Step;
import io.parley.yaml.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Warns about a way of an {@code either} that the one above it always takes. */
final class WayWarnings {
  private final Problems warnings;

  WayWarnings(Problems warnings) {
    this.warnings = warnings;
  }

  /** Looks at the steps of one scenario. */
  void check(List<Step> steps) {
    List<Step.Grouped> above = new ArrayList<>();
    Set<SourcePosition> warned = new HashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Grouped way && way.way().isPresent()) {
        above.stream()
            .filter(a -> a.group().equals(way.group()) && takes(a.step(), way.step()))
            .findFirst()
            .filter(a -> warned.add(way.at()))
            .ifPresent(a -> never(way, a));
        above.add(way);
      }
    }
  }

  private void never(Step.Grouped way, Step.Grouped before) {
    warnings.add(
        way.at(),
        "the way '"
            + way.way().orElseThrow()
            + "' is never taken: '"
            + before.way().orElseThrow()
            + "' above takes the same messages",
        "Wait for something that tells the two apart, or leave one out.");
  }

  private static boolean takes(Step above, Step below) {
    if (!above.actor().equals(below.actor())) {
      return false;
    }
    if (above instanceof ReceiveStep.Request a && below instanceof ReceiveStep.Request b) {
      return a.method().equals(b.method()) && anyFork(a.fork(), b.fork());
    }
    return above instanceof ReceiveStep.Response a
        && below instanceof ReceiveStep.Response b
        && a.method().equals(b.method())
        && anyFork(a.fork(), b.fork())
        && IntStream.range(100, 700)
            .filter(s -> b.status().stream().anyMatch(p -> p.matches(s)))
            .allMatch(s -> a.status().stream().anyMatch(p -> p.matches(s)));
  }

  private static boolean anyFork(Optional<String> above, Optional<String> below) {
    return above.isEmpty() || above.equals(below);
  }
}
