package io.parley.play.script;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.ReceiveStep;
import io.parley.model.SendStep;
import io.parley.model.Step;
import java.util.List;
import java.util.Optional;

/**
 * A script that waits for itself: a receive stands above the send that would bring what it waits
 * for, and a send waits for every mandatory receive above it.
 */
final class Deadlock {
  private final List<StepRun> steps;
  private final Outcomes outcomes;

  Deadlock(List<StepRun> steps, Outcomes outcomes) {
    this.steps = steps;
    this.outcomes = outcomes;
  }

  /** The finding that names both steps; empty where the wait that ran out was for the target. */
  Optional<Finding> of(StepRun waiting, String wish) {
    int at = steps.indexOf(waiting);
    if (steps.subList(0, at).stream().anyMatch(s -> brings(s.step(), waiting.step()))) {
      return Optional.empty();
    }
    return steps.subList(at + 1, steps.size()).stream()
        .filter(s -> s.state() == StepRun.State.AHEAD && brings(s.step(), waiting.step()))
        .filter(s -> outcomes.applies(s.step().when()).orElse(true))
        .findFirst()
        .map(
            s ->
                Finding.of(
                    FindingKind.DEADLOCK,
                    waiting.step().at(),
                    wish,
                    "the step that would bring it, '"
                        + StepText.of(s.step())
                        + "' at "
                        + s.step().at()
                        + ", stands below and waits for this one"));
  }

  private static boolean brings(Step send, Step receive) {
    if (send.actor().equals(receive.actor())) {
      return false;
    }
    if (receive instanceof ReceiveStep.Request wanted) {
      return send instanceof SendStep.Request s && s.method().equals(wanted.method());
    }
    return receive instanceof ReceiveStep.Response wanted
        && send instanceof SendStep.Response s
        && wanted.status().stream().anyMatch(p -> p.matches(s.status()));
  }
}
