package io.parley.play.script;

import io.parley.match.OutcomeMatcher;
import io.parley.model.Case;
import io.parley.model.Condition;
import io.parley.model.Expectation;
import io.parley.model.ReceiveStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is expected of a case, and how that came out so far: later steps may depend on it. */
final class Outcomes {
  private final Case played;
  private final List<StepRun> steps;
  private final Alternatives alternatives;
  private final Map<String, Integer> outcomes = new HashMap<>();

  Outcomes(Case played, List<StepRun> steps) {
    this.played = played;
    this.steps = steps;
    this.alternatives = new Alternatives(steps);
  }

  /** An expectation was decided by a final response of that status; 0 = by silence. */
  void decided(ReceiveStep.Expected step, int status) {
    outcomes.put(step.name(), status);
  }

  /** The step's wish in words. */
  String wish(StepRun run) {
    if (run.step() instanceof ReceiveStep.Expected e) {
      return run.step().actor() + " to receive " + OutcomeMatcher.words(expectation(e));
    }
    return alternatives.words(run);
  }

  /** What a step expects under this case's profile. */
  Expectation expectation(ReceiveStep.Expected step) {
    return played.expected().get(step.name());
  }

  /** Whether the condition holds; empty while it is not decided. */
  Optional<Boolean> applies(Optional<Condition> condition) {
    if (condition.isEmpty()) {
      return Optional.of(true);
    }
    if (condition.get() instanceof Condition.Taken way) {
      return alternatives.taken(way.name());
    }
    Condition.Met c = (Condition.Met) condition.get();
    if (outcomes.containsKey(c.expected())) {
      return Optional.of(c.status().matches(outcomes.get(c.expected())));
    }
    boolean coming =
        steps.stream()
            .anyMatch(
                r ->
                    r.step() instanceof ReceiveStep.Expected e
                        && e.name().equals(c.expected())
                        && (r.isOpen() || r.state() == StepRun.State.AHEAD));
    return coming ? Optional.empty() : Optional.of(false);
  }
}
