package io.parley.play.script;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Step;
import io.parley.model.TimeText;
import io.parley.play.agent.Party;
import io.parley.play.stage.Lateness;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds the open {@code never} steps of a case against what arrives. */
final class Forbidden {
  private final List<StepRun> steps;
  private final List<Finding> findings;
  private final Lateness lateness;

  Forbidden(List<StepRun> steps, List<Finding> findings, Lateness lateness) {
    this.steps = steps;
    this.findings = findings;
    this.lateness = lateness;
  }

  /** Whether a message came that must not come now; each such step is then failed. */
  boolean broken(Party party, Arrival arrival) {
    SipMessage message = arrival.message();
    Instant came = arrival.frame().time();
    List<StepRun> broken =
        steps.stream()
            .filter(StepRun::isOpen)
            .filter(r -> r.step() instanceof Step.Never n && fits(n, party, message))
            .filter(r -> !came.isAfter(end(r)) || !late(r, came).isZero())
            .toList();
    broken.forEach(run -> fail(run, message, came));
    return !broken.isEmpty();
  }

  private static boolean fits(Step.Never step, Party party, SipMessage message) {
    if (!step.actor().equals(party.name())) {
      return false;
    }
    if (step.method().isPresent()) {
      return message.isRequest() && message.method().equals(step.method().get());
    }
    int status = message.status().orElse(0);
    return message.isResponse()
        && party.last().isAnsweredBy(message, Optional.empty())
        && step.status().stream().anyMatch(p -> p.matches(status));
  }

  /** When its time ends; what comes after that, but before we look, came while we were late. */
  private static Instant end(StepRun run) {
    return run.opened().plus(((Step.Never) run.step()).lasting());
  }

  private Duration late(StepRun run, Instant came) {
    return lateness.longest(run.opened(), came);
  }

  private void fail(StepRun run, SipMessage message, Instant came) {
    String after = TimeText.of(Duration.between(run.opened(), Instant.now()));
    String wish = StepText.of(run.step()).replaceFirst(" does not receive ", " not to receive ");
    String what = "it came after " + after + ": " + message.startLine();
    Finding finding =
        came.isAfter(end(run))
            ? Lateness.finding(run.step().at(), wish, late(run, came), what)
            : Finding.of(FindingKind.UNEXPECTED, run.step().at(), wish, what);
    findings.add(finding);
    run.fail(message, finding.toString());
  }
}
