package io.parley.play.script;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.PacketStep;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Party;
import io.parley.play.message.Unplayable;
import io.parley.play.stage.NumberPool;
import java.time.Instant;
import java.util.List;

/** The steps that are ours to do: sends, pauses, checks, ends of connections. */
final class Initiative {
  private final List<StepRun> steps;
  private final Cast cast;
  private final NumberPool.Lease lease;
  private final Comparisons comparisons;
  private final Overdue overdue;
  private final IceChecks checks;
  private final List<Finding> findings;

  Initiative(
      List<StepRun> steps,
      Cast cast,
      NumberPool.Lease lease,
      Comparisons comparisons,
      Overdue overdue,
      IceChecks checks,
      List<Finding> findings) {
    this.steps = steps;
    this.cast = cast;
    this.lease = lease;
    this.comparisons = comparisons;
    this.overdue = overdue;
    this.checks = checks;
    this.findings = findings;
  }

  /** Whether a step is due: all before it are decided, and its own delay is over. */
  boolean mayFire(StepRun run, int position) {
    if (steps.subList(0, position).stream().anyMatch(StepRun::blocks)) {
      return false;
    }
    if (!run.isOpen()) {
      run.open();
    }
    return !Instant.now().isBefore(run.opened().plus(SendTiming.after(run.step())));
  }

  /**
   * Does what a step says.
   *
   * @return whether the script can go on
   */
  boolean fire(StepRun run) {
    if (run.step() instanceof Step.Pause) {
      run.done(null);
      new Alternatives(steps).decided(run);
      return true;
    }
    if (run.step() instanceof Step.Check) {
      comparisons.decide(run);
      return true;
    }
    Party party = cast.of(run.step());
    try {
      if (run.step() instanceof PacketStep.Send send) {
        run.done(checks.send(send).message());
      } else if (run.step() instanceof Step.Disconnect end) {
        party.disconnect(end);
        run.done(null);
      } else if (run.step() instanceof Step.ServerOutage outage) {
        party.fallsSilent(outage);
        run.done(null);
      } else {
        run.done(party.perform((SendStep) run.step()));
      }
      return true;
    } catch (Unplayable e) {
      return survives(run, party, e);
    }
  }

  private boolean survives(StepRun run, Party party, Unplayable e) {
    if (e.kind() == FindingKind.UNREACHABLE && overdue.notConnected(party, e.getMessage())) {
      run.noted(e.getMessage());
      return true;
    }
    run.fail(null, e.getMessage());
    findings.add(
        Finding.of(e.kind(), run.step().at(), lease.fill(StepText.of(run.step())), e.getMessage()));
    return false;
  }
}
