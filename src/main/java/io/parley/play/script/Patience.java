package io.parley.play.script;

import io.parley.model.PacketStep;
import io.parley.model.ReceiveStep;
import io.parley.model.Step;
import io.parley.play.agent.Party;
import io.parley.play.stage.Stage;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Until when the open receives and {@code never} steps of a case last. */
final class Patience {
  private final Stage stage;
  private final List<StepRun> steps;
  private final Outcomes outcomes;
  private final Map<String, Instant> hurried = new HashMap<>();
  private Optional<String> refusedBy = Optional.empty();

  Patience(Stage stage, List<StepRun> steps, Outcomes outcomes) {
    this.stage = stage;
    this.steps = steps;
    this.outcomes = outcomes;
  }

  /** Until when an open receive waits. */
  Instant deadline(StepRun run, Party party) {
    if (run.step() instanceof Step.Never n) {
      return run.opened().plus(n.lasting());
    }
    if (run.step() instanceof PacketStep.Never n) {
      return run.opened().plus(n.lasting());
    }
    Instant hurry = hurried.get(party.name());
    Instant normal = opened(run).plus(patience(run, party));
    return hurry != null && hurry.isBefore(normal) ? hurry : normal;
  }

  /** When its wait began; the members of a group wait from the first one on. */
  private Instant opened(StepRun run) {
    return steps.stream()
        .filter(r -> r.isBeside(run) && r.opened() != null)
        .map(StepRun::opened)
        .min(Instant::compareTo)
        .orElse(run.opened());
  }

  private Duration patience(StepRun run, Party party) {
    Duration first = stage.target().timers().response();
    Optional<Duration> shared = run.group().flatMap(Step.Grouped::within);
    if (shared.isPresent() || run.way().isPresent()) {
      return shared.orElse(first);
    }
    Duration last = min(stage.target().timers().last(), stage.target().limits().ring());
    if (run.step() instanceof ReceiveStep.Request r) {
      return r.within().orElse(first);
    }
    if (run.step() instanceof PacketStep.Receive r) {
      return r.within().orElse(first);
    }
    boolean finalOne = true;
    Optional<Duration> within;
    if (run.step() instanceof ReceiveStep.Response r) {
      within = r.within();
      finalOne =
          r.status().stream().noneMatch(p -> p.matches(180) || p.matches(183) || p.matches(100));
    } else {
      within =
          outcomes.expectation((ReceiveStep.Expected) run.step()).any().stream()
              .flatMap(o -> o.within().stream())
              .max(Duration::compareTo);
    }
    return within.orElse(finalOne && party.leg().own().heard() ? last : first);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** The caller was refused: what others still wait for has until then. */
  void hurry(Party refused, SipMessage by, Instant until) {
    refusedBy = Optional.of(refused.name() + " was already answered " + by.startLine());
    steps.stream()
        .filter(r -> r.blocks() && !r.step().actor().equals(refused.name()))
        .forEach(r -> hurried.putIfAbsent(r.step().actor(), until));
  }

  /** Why nothing can come any more, once the caller was refused. */
  Optional<String> refusal() {
    return refusedBy;
  }
}
