package io.parley.play.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways of each {@code either}: what is taken first decides, the others are passed over. */
record Alternatives(List<StepRun> steps) {

  /** A step is decided: where it is one of several ways, no other is waited for any more. */
  void decided(StepRun run) {
    steps.stream()
        .filter(r -> r.isInsteadOf(run))
        .forEach(r -> r.passOver("another way was taken: " + run.way().orElseThrow()));
  }

  /** Whether the way of that name was taken; empty while that is open. */
  Optional<Boolean> taken(String name) {
    StepRun way =
        steps.stream().filter(r -> r.way().equals(Optional.of(name))).findFirst().orElseThrow();
    return way.isDecided()
        ? Optional.of(way.state() != StepRun.State.PASSED_OVER)
        : Optional.empty();
  }

  /** What is waited for in words: all messages of which one is enough. */
  String words(StepRun run) {
    return steps.stream()
        .filter(r -> r == run || r.isInsteadOf(run) && r.isReceive())
        .map(r -> StepText.of(r.step()).replaceFirst(" receives ", " to receive "))
        .collect(Collectors.joining(", or "));
  }
}
