package io.parley.play.script;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Step;
import io.parley.model.TimeText;
import io.parley.play.agent.Party;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds the open {@code never} steps of a case against what arrives. */
final class Forbidden {
  private final List<StepRun> steps;
  private final List<Finding> findings;

  Forbidden(List<StepRun> steps, List<Finding> findings) {
    this.steps = steps;
    this.findings = findings;
  }

  /** Whether a message came that must not come now; each such step is then failed. */
  boolean broken(Party party, SipMessage message) {
    List<StepRun> broken =
        steps.stream()
            .filter(StepRun::isOpen)
            .filter(r -> r.step() instanceof Step.Never n && fits(n, party, message))
            .toList();
    broken.forEach(run -> fail(run, message));
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

  private void fail(StepRun run, SipMessage message) {
    String after = TimeText.of(Duration.between(run.opened(), Instant.now()));
    Finding finding =
        Finding.of(
            FindingKind.UNEXPECTED,
            run.step().at(),
            StepText.of(run.step()).replaceFirst(" does not receive ", " not to receive "),
            "it came after " + after + ": " + message.startLine());
    findings.add(finding);
    run.fail(message, finding.toString());
  }
}
