package io.parley.play.script;

import io.parley.model.Copies;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Interval;
import io.parley.model.Step;
import io.parley.model.TimeText;
import io.parley.play.agent.Party;
import io.parley.result.Recorder;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds the open {@code repeated} steps of a case against the frames: how often a message came
 * again, and how long after the copy before.
 */
final class Repetitions {
  /** However short an interval, a loaded machine may be that late. */
  private static final Duration LEAST_TOLERANCE = Duration.ofMillis(150);

  /** Longest interval between copies, in T1 (RFC 3261 §17.1.2.2: T2 is 4 s). */
  private static final int CAP = 8;

  private static final Duration SLACK = Duration.ofSeconds(1);

  private final List<StepRun> steps;
  private final Recorder recorder;
  private final Function<Step, Party> parties;
  private final Duration t1;
  private final List<Finding> findings;

  /**
   * Sets up.
   *
   * @param parties the party of a step
   * @param t1 the target's T1
   */
  Repetitions(
      List<StepRun> steps,
      Recorder recorder,
      Function<Step, Party> parties,
      Duration t1,
      List<Finding> findings) {
    this.steps = steps;
    this.recorder = recorder;
    this.parties = parties;
    this.t1 = t1;
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
    List<TranscriptEntry> crossed = crossed(step);
    Copies copies = step.copies();
    int count = count(run, step, crossed);
    Optional<String> wrong = spacing(copies, crossed);
    if (copies.times().exceededBy(count)) {
      wrong = Optional.of("it came again " + times(count) + ": " + table(crossed));
    }
    if (wrong.isPresent()) {
      return fail(run, crossed, wrong.get());
    }
    if (copies.lasting().isEmpty() && count >= copies.times().least() && !crossed.isEmpty()) {
      run.done(crossed.get(crossed.size() - 1).message());
    }
    return false;
  }

  /** The message that is meant and its copies, in order; empty while it has not come. */
  private List<TranscriptEntry> crossed(Step.Repeated step) {
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
    return all.stream().filter(e -> Recorder.key(e.frame(), e.message()).equals(key)).toList();
  }

  private static boolean fits(Step.Repeated step, Party party, SipMessage message) {
    if (step.method().isPresent()) {
      return message.isRequest() && message.method().equals(step.method().get());
    }
    int status = message.status().orElse(0);
    return message.isResponse()
        && party.answers(message, step.answered())
        && step.status().stream().anyMatch(p -> p.matches(status));
  }

  private static int count(StepRun run, Step.Repeated step, List<TranscriptEntry> crossed) {
    Instant from = step.copies().lasting().isPresent() ? run.opened() : Instant.MIN;
    return (int) crossed.stream().skip(1).filter(e -> !e.frame().time().isBefore(from)).count();
  }

  /** What is wrong with the times of the copies that came so far. */
  private Optional<String> spacing(Copies copies, List<TranscriptEntry> crossed) {
    List<Duration> gaps = gaps(crossed);
    for (int i = 0; i < Math.min(gaps.size(), copies.spacing().size()); i++) {
      Duration wanted = copies.spacing().get(i).at(t1);
      Duration off = gaps.get(i).minus(wanted).abs();
      if (off.compareTo(tolerance(copies, wanted)) > 0) {
        return Optional.of(
            "copy "
                + (i + 1)
                + " came "
                + TimeText.of(gaps.get(i))
                + " after the one before, expected "
                + TimeText.of(wanted)
                + " ± "
                + TimeText.of(tolerance(copies, wanted))
                + ": "
                + table(crossed));
      }
    }
    return Optional.empty();
  }

  private static Duration tolerance(Copies copies, Duration wanted) {
    Duration share = wanted.multipliedBy(copies.tolerance()).dividedBy(100);
    return share.compareTo(LEAST_TOLERANCE) < 0 ? LEAST_TOLERANCE : share;
  }

  private static List<Duration> gaps(List<TranscriptEntry> crossed) {
    List<Duration> out = new ArrayList<>();
    for (int i = 1; i < crossed.size(); i++) {
      out.add(Duration.between(crossed.get(i - 1).frame().time(), crossed.get(i).frame().time()));
    }
    return out;
  }

  /** Until when an open step waits, or counts. */
  Instant deadline(StepRun run) {
    Copies copies = ((Step.Repeated) run.step()).copies();
    return run.opened().plus(copies.lasting().or(copies::within).orElseGet(() -> needed(copies)));
  }

  /** What copies at the given times, or at doubling ones, need. */
  private Duration needed(Copies copies) {
    Duration out = SLACK;
    for (int i = 0; i < Math.max(copies.times().least(), copies.spacing().size()); i++) {
      Interval next =
          i < copies.spacing().size()
              ? copies.spacing().get(i)
              : Interval.ofT1s(Math.min(1 << Math.min(i, CAP), CAP));
      Duration wanted = next.at(t1);
      out = out.plus(wanted).plus(tolerance(copies, wanted));
    }
    return out;
  }

  /** The time of an open step is over; whether it is not met. */
  boolean expired(StepRun run) {
    Step.Repeated step = (Step.Repeated) run.step();
    List<TranscriptEntry> crossed = crossed(step);
    if (crossed.isEmpty()) {
      return fail(run, crossed, "it has not come at all");
    }
    int count = count(run, step, crossed);
    if (count < step.copies().times().least()) {
      String span = " within " + TimeText.of(Duration.between(run.opened(), deadline(run)));
      return fail(run, crossed, "it came again " + times(count) + span + ": " + table(crossed));
    }
    run.noted("it came again " + times(count));
    return false;
  }

  private boolean fail(StepRun run, List<TranscriptEntry> crossed, String actual) {
    Finding finding =
        Finding.of(
            FindingKind.REPETITION,
            run.step().at(),
            StepText.of(run.step()).replaceFirst(" receives ", " to receive "),
            actual);
    findings.add(finding);
    run.fail(
        crossed.isEmpty() ? null : crossed.get(crossed.size() - 1).message(), finding.toString());
    return true;
  }

  private static String times(int count) {
    return count == 0 ? "not once" : count == 1 ? "once" : count + " times";
  }

  /** {@code INVITE …; again after 0.5 s, 1 s}. */
  private static String table(List<TranscriptEntry> crossed) {
    String gaps = String.join(", ", gaps(crossed).stream().map(TimeText::of).toList());
    String first = crossed.get(0).message().startLine();
    return gaps.isEmpty() ? first : first + ", again after " + gaps;
  }
}
