package io.parley.play.script;

import io.parley.match.OutcomeMatcher;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.ReceiveStep;
import io.parley.model.TimeText;
import io.parley.play.agent.Event;
import io.parley.play.agent.Party;
import io.parley.play.check.Checks;
import io.parley.play.check.NoAnswer;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What did not come in time, or cannot come any more, and why. */
final class Overdue {
  private final List<StepRun> steps;
  private final List<Finding> findings;
  private final Checks checks;
  private final Outcomes outcomes;
  private final Patience patience;
  private final NoAnswer noAnswer;

  Overdue(
      List<StepRun> steps,
      List<Finding> findings,
      Checks checks,
      Outcomes outcomes,
      Patience patience,
      NoAnswer noAnswer) {
    this.steps = steps;
    this.findings = findings;
    this.checks = checks;
    this.outcomes = outcomes;
    this.patience = patience;
    this.noAnswer = noAnswer;
  }

  /** A mandatory receive ran out of time. */
  void expired(StepRun run, Party party, Optional<Party> caller) throws InterruptedException {
    Optional<Finding> deadlock = new Deadlock(steps, outcomes).of(run, outcomes.wish(run));
    if (deadlock.isPresent()) {
      fail(run, deadlock.get());
      return;
    }
    boolean answer =
        run.step() instanceof ReceiveStep.Expected || run.step() instanceof ReceiveStep.Response;
    // A call that never came to the callee may never have reached the target.
    Optional<Party> unheard =
        (answer ? Optional.of(party) : caller).filter(p -> p.leg().own().isUnheard());
    if (!silenceAllowed(run) && unheard.filter(p -> goesOn(p, "no answer in time")).isPresent()) {
      return;
    }
    if (unheard.isPresent()) {
      silent(run, unheard.get(), answer);
    } else {
      fail(run, missed(run, party, caller));
    }
  }

  /** Nothing at all answered a party: that is the outcome where the step allows it. */
  private void silent(StepRun run, Party unheard, boolean answer) throws InterruptedException {
    NoAnswer.Reason reason = noAnswer.explain(unheard);
    if (answer && reason.alive() && silenceAllowed(run)) {
      run.done(null);
      outcomes.decided((ReceiveStep.Expected) run.step(), 0);
      return;
    }
    FindingKind kind = reason.alive() ? FindingKind.NO_ANSWER : FindingKind.UNREACHABLE;
    fail(run, Finding.of(kind, run.step().at(), outcomes.wish(run), reason.words()));
  }

  /** Other things came, but not what the step waits for. */
  private Finding missed(StepRun run, Party party, Optional<Party> caller) {
    String waited =
        "nothing of the kind came within "
            + TimeText.of(Duration.between(run.opened(), Instant.now()))
            + caller.filter(c -> c != party).map(c -> answered(run, c)).orElse("");
    String actual = patience.refusal().filter(r -> !party.isCaller()).orElse(waited);
    List<SipMessage> received =
        party.leg().received().isEmpty()
            ? caller.map(p -> p.leg().received()).orElse(List.of())
            : party.leg().received();
    return checks.closest(
        Finding.of(FindingKind.NOT_RECEIVED, run.step().at(), outcomes.wish(run), actual),
        run.step(),
        received);
  }

  /** What the caller was told of the same request: perhaps it was never passed on. */
  private static String answered(StepRun run, Party caller) {
    return caller.leg().received().stream()
        .filter(m -> m.isResponse() && m.status().orElse(0) >= 200)
        .filter(m -> run.step() instanceof ReceiveStep.Request r && r.method().equals(m.method()))
        .reduce((earlier, later) -> later)
        .map(
            m ->
                "; the %s of %s was answered %d %s"
                    .formatted(
                        m.method(), caller.name(), m.status().orElse(0), m.reasonPhrase().strip()))
        .orElse("");
  }

  private void fail(StepRun run, Finding finding) {
    findings.add(finding);
    run.fail(null, finding.toString());
    new Alternatives(steps).decided(run);
  }

  /** On to the target's next server, which has as much time as the one before. */
  boolean goesOn(Party party, String why) {
    boolean on = party.isCaller() && party.agent().failover().after(why);
    if (on) {
      steps.stream().filter(StepRun::isOpen).forEach(StepRun::open);
    }
    return on;
  }

  /** A flow failed; whether that ends the script. */
  boolean flowFailed(Event.Failed failed) {
    Party party = failed.party();
    if (party.servers().isPassed(failed.flow().remote()) || goesOn(party, failed.reason())) {
      return false;
    }
    party.noteFailure(failed.reason());
    return failFast(party, failed.reason());
  }

  private boolean silenceAllowed(StepRun run) {
    return run.step() instanceof ReceiveStep.Expected e
        && OutcomeMatcher.allowsSilence(outcomes.expectation(e));
  }

  /**
   * The target did not take the party's connection: that is the outcome where a step allows it.
   *
   * @return whether one does
   */
  boolean notConnected(Party party, String reason) {
    for (StepRun run : steps) {
      boolean due = run.isOpen() || run.state() == StepRun.State.AHEAD;
      if (due
          && !party.leg().own().heard()
          && run.step() instanceof ReceiveStep.Expected e
          && e.actor().equals(party.name())
          && OutcomeMatcher.allowsNoConnection(outcomes.expectation(e), reason)) {
        run.noted("no connection: " + reason);
        party.leg().own().notDelivered();
        outcomes.decided(e, 0);
        return true;
      }
    }
    return false;
  }

  /**
   * The flow a party depends on failed: its open receives cannot be met any more; whether there was
   * one.
   */
  boolean failFast(Party party, String reason) {
    if (notConnected(party, reason)) {
      return false;
    }
    for (StepRun run : steps) {
      if (!run.isAwaitedBy(party) || run.isOptional()) {
        continue;
      }
      FindingKind kind =
          party.leg().own().heard() ? FindingKind.NOT_RECEIVED : FindingKind.UNREACHABLE;
      fail(run, Finding.of(kind, run.step().at(), outcomes.wish(run), reason));
      return true;
    }
    return false;
  }
}
