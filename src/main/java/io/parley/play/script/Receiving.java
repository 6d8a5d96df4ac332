package io.parley.play.script;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.ReceiveStep;
import io.parley.model.Step;
import io.parley.model.TimeText;
import io.parley.play.agent.Event;
import io.parley.play.agent.Party;
import io.parley.play.check.Checks;
import io.parley.play.stage.Lateness;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the open receives of a case against what arrives: what is taken, what contradicts. */
final class Receiving {
  /** Requests that are part of setting a call up or taking it down. */
  private static final Set<String> OF_THE_CALL = Set.of("INVITE", "ACK", "CANCEL", "PRACK", "BYE");

  /** What became of a message. */
  enum Reception {
    /** A step took it. */
    TAKEN,
    /** It contradicts what a step waits for; the script cannot go on. */
    WRONG,
    /** No open step takes it; one below may. */
    NOT_YET
  }

  private final List<StepRun> steps;
  private final List<Finding> findings;
  private final Checks checks;
  private final Outcomes outcomes;
  private final Patience patience;
  private final Lateness lateness;

  Receiving(
      List<StepRun> steps,
      List<Finding> findings,
      Checks checks,
      Outcomes outcomes,
      Patience patience,
      Lateness lateness) {
    this.steps = steps;
    this.findings = findings;
    this.checks = checks;
    this.outcomes = outcomes;
    this.patience = patience;
    this.lateness = lateness;
  }

  /**
   * Offers a message to the party's open receives, in order; an optional one may be passed over.
   */
  Reception offer(Party party, Event.Arrived arrived) {
    SipMessage message = arrived.arrival().message();
    List<StepRun> open = openOf(party);
    for (StepRun run : open) {
      List<StepRun> rank = open.stream().filter(r -> r == run || r.isBeside(run)).toList();
      Optional<StepRun> taker = rank.stream().filter(r -> fits(r, message, party)).findFirst();
      if (taker.isPresent()) {
        return take(taker.get(), arrived.arrival(), party) ? Reception.TAKEN : Reception.WRONG;
      }
      List<StepRun> wanted = rank.stream().filter(r -> !r.isOptional()).toList();
      Optional<StepRun> against =
          wanted.stream().filter(r -> contradicts(r, message, party)).findFirst();
      if (against.isPresent()) {
        contradicted(against.get(), message);
        return Reception.WRONG;
      }
      if (!wanted.isEmpty()) {
        break;
      }
    }
    return Reception.NOT_YET;
  }

  private List<StepRun> openOf(Party party) {
    return steps.stream().filter(r -> r.isAwaitedBy(party)).toList();
  }

  private static boolean fits(StepRun run, SipMessage message, Party party) {
    if (run.step() instanceof ReceiveStep.Request r) {
      return message.isRequest()
          && message.method().equals(r.method())
          && party.leg().forks().mayBe(r.fork(), message);
    }
    if (!message.isResponse()) {
      return false;
    }
    int status = message.status().orElse(0);
    if (run.step() instanceof ReceiveStep.Response r) {
      return party.last().isAnsweredBy(message, r.method())
          && party.leg().forks().mayBe(r.fork(), message)
          && r.status().stream().anyMatch(p -> p.matches(status));
    }
    return party.last().isAnsweredBy(message, Optional.of(asked(party))) && status >= 200;
  }

  /** What an outcome is the outcome of: the actor's last request, of a call its INVITE. */
  private static String asked(Party party) {
    return OF_THE_CALL.contains(party.last().method()) ? "INVITE" : party.last().method();
  }

  private static boolean contradicts(StepRun run, SipMessage message, Party party) {
    return run.step() instanceof ReceiveStep.Response r
        && message.isResponse()
        && message.status().orElse(0) >= 200
        && party.last().isAnsweredBy(message, r.method())
        && party.leg().forks().mayBe(r.fork(), message);
  }

  /** Whether an open step waits for that very response. */
  boolean awaits(Party party, SipMessage message) {
    int status = message.status().orElse(0);
    for (StepRun run : openOf(party)) {
      boolean named =
          run.step() instanceof ReceiveStep.Expected e
              ? outcomes.expectation(e).any().stream()
                  .anyMatch(o -> o.status().stream().anyMatch(p -> p.matches(status)))
              : run.step() instanceof ReceiveStep.Response;
      if (named && fits(run, message, party)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an open step waits for that 2xx by the name of its dialog. */
  boolean keeps(Party party, SipMessage message) {
    return openOf(party).stream()
        .anyMatch(
            r ->
                r.step() instanceof ReceiveStep.Response p
                    && p.fork().isPresent()
                    && fits(r, message, party));
  }

  private boolean take(StepRun run, Arrival arrival, Party party) {
    SipMessage message = arrival.message();
    openOf(party).stream()
        .takeWhile(r -> r != run && !r.isBeside(run))
        .forEach(r -> r.passOver("did not come, and need not"));
    dialog(run.step()).ifPresent(d -> party.leg().forks().name(d, message));
    int before = findings.size();
    overtime(run, party, arrival.frame().time()).ifPresent(findings::add);
    boolean good = true;
    if (run.step() instanceof ReceiveStep.Expected e) {
      good = checks.outcome(e, message, party);
      outcomes.decided(e, message.status().orElse(0));
    } else {
      checks.message(run.step(), message, party);
    }
    if (findings.size() > before) {
      run.fail(message, findings.get(before).toString());
    } else {
      run.done(message);
    }
    new Alternatives(steps).decided(run);
    return good;
  }

  /** What came after its time while we were late may have been there in time. */
  private Optional<Finding> overtime(StepRun run, Party party, Instant came) {
    Instant due = patience.deadline(run, party);
    Duration late = lateness.longest(run.opened(), came);
    if (run.isOptional() || !came.isAfter(due) || late.isZero()) {
      return Optional.empty();
    }
    String what = "it was seen " + TimeText.of(Duration.between(due, came)) + " after its time";
    return Optional.of(Lateness.finding(run.step().at(), outcomes.wish(run), late, what));
  }

  private static Optional<String> dialog(Step step) {
    if (step instanceof ReceiveStep.Request q) {
      return q.fork();
    }
    return step instanceof ReceiveStep.Response p ? p.fork() : Optional.empty();
  }

  private void contradicted(StepRun run, SipMessage message) {
    Finding finding =
        checks.closest(
            Finding.of(FindingKind.STATUS, run.step().at(), outcomes.wish(run), answered(message)),
            run.step(),
            List.of(message));
    findings.add(finding);
    run.fail(message, finding.toString());
  }

  private static String answered(SipMessage message) {
    return "the target answered " + message.startLine();
  }
}
