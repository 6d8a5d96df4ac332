package io.parley.play.script;

import io.parley.match.BoundedSearch;
import io.parley.model.Actor;
import io.parley.model.CaptureRule;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Step;
import io.parley.play.check.MessageParts;
import io.parley.play.message.Captures;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;

/** The {@code capture} steps of a case: each keeps a part of a message once that has come. */
final class CaptureSteps {
  private final List<StepRun> steps;
  private final Captures captures;
  private final List<Finding> findings;

  CaptureSteps(List<StepRun> steps, Captures captures, List<Finding> findings) {
    this.steps = steps;
    this.captures = captures;
    this.findings = findings;
  }

  /** Decides the open captures whose message came; whether one did not find what it looks for. */
  boolean settle() {
    boolean failed = false;
    for (StepRun run : steps) {
      if (run.isOpen() && run.step() instanceof Step.Capture capture) {
        // The nearest above: steps that are included twice stand at the same place.
        StepRun source =
            steps.subList(0, steps.indexOf(run)).stream()
                .filter(r -> r.isReceive() && r.step().at().equals(capture.receive()))
                .reduce((first, last) -> last)
                .orElseThrow();
        if (source.message() != null) {
          failed |= !keep(run, capture, source.message());
        } else if (source.state() == StepRun.State.PASSED_OVER) {
          run.passOver("the message did not come");
        }
      }
    }
    return failed;
  }

  private boolean keep(StepRun run, Step.Capture step, SipMessage message) {
    Optional<String> found = found(step.rule(), message);
    if (found.isPresent()) {
      captures.keep(Actor.person(step.actor()) + "." + step.rule().name(), found.get());
      run.noted(step.rule().name() + " = " + found.get());
      return true;
    }
    Finding finding =
        Finding.of(
            FindingKind.CHECK,
            step.at(),
            step.rule().find().map(r -> "/" + r + "/ to be found in ").orElse("")
                + step.rule().from()
                + " of "
                + message.startLine(),
            "it is not there");
    findings.add(finding);
    run.fail(null, finding.toString());
    return false;
  }

  private static Optional<String> found(CaptureRule rule, SipMessage message) {
    Optional<String> text = MessageParts.text(rule.from(), message);
    return rule.find().isEmpty()
        ? text
        : text.flatMap(t -> BoundedSearch.find(rule.find().get(), t));
  }
}
