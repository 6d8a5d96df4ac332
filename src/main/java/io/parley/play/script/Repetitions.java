package io.parley.play.script;

import io.parley.model.Copies;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Step;
import io.parley.model.TimeText;
import io.parley.play.agent.Party;
import io.parley.play.stage.Lateness;
import io.parley.result.Recorder;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds the open {@code repeated} steps of a case against the frames: how often a message came
 * again, and how long after the copy before.
 */
final class Repetitions {
  private final List<StepRun> steps;
  private final Recorder recorder;
  private final Function<Step, Party> parties;
  private final Spacing spacing;
  private final List<Finding> findings;

  /**
   * Sets up.
   *
   * @param parties the party of a step
   * @param t1 the target's T1
   * @param lateness how late we saw them
   */
  Repetitions(
      List<StepRun> steps,
      Recorder recorder,
      Function<Step, Party> parties,
      Duration t1,
      Lateness lateness,
      List<Finding> findings) {
    this.steps = steps;
    this.recorder = recorder;
    this.parties = parties;
    this.spacing = new Spacing(t1, lateness);
    this.findings = findings;
  }

  /** Decides the open steps that can be decided; whether one is not met. */
  boolean settle() {
    boolean failed = false;
    for (StepRun run : steps) {
      if (run.isOpen() && run.step() instanceof Step.Repeated step) {
        failed |= settle(run, step);
      }
    }
    return failed;
  }

  private boolean settle(StepRun run, Step.Repeated step) {
    Series crossed = crossed(step);
    Copies copies = step.copies();
    List<Instant> counted = crossed.copies(from(run), until(run));
    int count = counted.size();
    Optional<Spacing.Objection> wrong = spacing.objection(copies, crossed);
    if (copies.times().exceededBy(count)) {
      wrong = Optional.of(tooMany(run, crossed, counted));
    }
    if (wrong.isPresent()) {
      return fail(run, crossed, wrong.get());
    }
    if (copies.lasting().isEmpty() && count >= copies.times().least() && !crossed.isEmpty()) {
      run.done(crossed.last());
    }
    return false;
  }

  /** A copy that was seen when we were late may have come before the step began. */
  private Spacing.Objection tooMany(StepRun run, Series crossed, List<Instant> counted) {
    Instant seen = counted.get(counted.size() - 1);
    return new Spacing.Objection(
        crossed.again(counted.size(), ""), spacing.late(run.opened(), seen));
  }

  /** The message that is meant and its copies, in order; empty while it has not come. */
  private Series crossed(Step.Repeated step) {
    Party party = parties.apply(step);
    List<TranscriptEntry> all =
        recorder.entries().stream()
            .filter(e -> e.actor().equals(party.name()) && e.frame().way() == Frame.Way.IN)
            .toList();
    String key =
        all.stream()
            .filter(e -> !e.retransmission() && fits(step, party, e.message()))
            .reduce((first, second) -> second)
            .map(e -> Recorder.key(e.frame(), e.message()))
            .orElse("");
    return new Series(
        all.stream().filter(e -> Recorder.key(e.frame(), e.message()).equals(key)).toList());
  }

  private static boolean fits(Step.Repeated step, Party party, SipMessage message) {
    if (step.method().isPresent()) {
      return message.isRequest() && message.method().equals(step.method().get());
    }
    int status = message.status().orElse(0);
    return message.isResponse()
        && party.last().isAnsweredBy(message, step.answered())
        && step.status().stream().anyMatch(p -> p.matches(status));
  }

  /** From when on the copies of a step count. */
  private static Instant from(StepRun run) {
    Copies copies = ((Step.Repeated) run.step()).copies();
    return copies.lasting().isPresent() ? run.opened() : Instant.MIN;
  }

  /** Until when they count; what is seen later waited for us. */
  private static Instant until(StepRun run) {
    Copies copies = ((Step.Repeated) run.step()).copies();
    return copies.lasting().map(run.opened()::plus).orElse(Instant.MAX);
  }

  /** Until when an open step waits, or counts. */
  Instant deadline(StepRun run) {
    Copies copies = ((Step.Repeated) run.step()).copies();
    return run.opened()
        .plus(copies.lasting().or(copies::within).orElseGet(() -> spacing.needed(copies)));
  }

  /** The time of an open step is over; whether it is not met. */
  boolean expired(StepRun run) {
    Step.Repeated step = (Step.Repeated) run.step();
    Series crossed = crossed(step);
    if (crossed.isEmpty()) {
      return fail(run, crossed, sure("it has not come at all"));
    }
    int count = crossed.copies(from(run), until(run)).size();
    List<Instant> seen = crossed.copies(from(run), Instant.MAX);
    if (seen.size() > count && step.copies().times().exceededBy(seen.size())) {
      Duration late = spacing.late(run.opened(), seen.get(seen.size() - 1));
      if (!late.isZero()) {
        return fail(run, crossed, new Spacing.Objection(crossed.again(seen.size(), ""), late));
      }
    }
    if (count < step.copies().times().least()) {
      String span = " within " + TimeText.of(Duration.between(run.opened(), deadline(run)));
      return fail(run, crossed, sure(crossed.again(count, span)));
    }
    run.noted("it came again " + Series.times(count));
    return false;
  }

  private static Spacing.Objection sure(String words) {
    return new Spacing.Objection(words, Duration.ZERO);
  }

  private boolean fail(StepRun run, Series crossed, Spacing.Objection objection) {
    String wish = StepText.of(run.step()).replaceFirst(" receives ", " to receive ");
    String words = objection.words();
    Finding finding =
        objection.late().isZero()
            ? Finding.of(FindingKind.REPETITION, run.step().at(), wish, words)
            : Lateness.finding(run.step().at(), wish, objection.late(), words);
    findings.add(finding);
    run.fail(crossed.last(), finding.toString());
    return true;
  }
}
