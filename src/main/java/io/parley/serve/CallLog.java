package io.parley.serve;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.profile.Profile;
import io.parley.result.CaseResult;
import io.parley.result.Recorder;
import io.parley.result.StepResult;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One call from its INVITE to its end. Written by the threads of the far end, read by who reports;
 * each method holds the lock for a moment.
 */
final class CallLog {
  /** Our actor in reports. */
  static final String ACTOR = "far-end";

  /** A peer that never ends a call shall not fill the memory. */
  private static final int MOST = 400;

  /** What each may keep of its messages, in bytes. */
  private static final int MOST_BYTES = 1 << 20;

  /** A storm of re-INVITEs is told of until there is nothing new in it. */
  private static final int MOST_RULINGS = 50;

  /** How long the ACK to a refusal may take, or the answer to a BYE. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  /** What belongs to the end of a call may still cross. */
  private static final Duration QUIET = Duration.ofMillis(300);

  private final int number;
  private final Profile profile;
  private final Recorder recorder = new Recorder();
  private final List<ServedCall> rulings = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<StepResult> steps = new ArrayList<>();
  private final CallState state = new CallState();
  private final Allowance allowance;
  private final Instant began;
  private int kept;
  private int left;
  private int unruled;

  CallLog(int number, Profile profile, Allowance allowance, Instant began) {
    this.allowance = allowance;
    this.number = number;
    this.profile = profile;
    this.began = began;
  }

  int number() {
    return number;
  }

  /** A message of the call. */
  synchronized void crossed(Frame frame, SipMessage message) {
    state.crossed(frame, message);
    if (keeps(frame.bytes().length)) {
      recorder.add(ACTOR, frame, message);
    } else {
      left++;
    }
  }

  private boolean keeps(int bytes) {
    boolean out =
        recorder.entries().size() < MOST && kept + bytes <= MOST_BYTES && allowance.take(bytes);
    kept += out ? bytes : 0;
    return out;
  }

  /**
   * A ruling on a request of the call.
   *
   * @return whether it is worth telling: there were not too many before
   */
  synchronized boolean judged(ServedCall ruling) {
    if (rulings.size() >= MOST_RULINGS) {
      unruled++;
      return false;
    }
    rulings.add(ruling);
    ruling.objections().forEach(o -> findings.add(RuleFinding.of(o)));
    String what = ruling.accepted() ? "taken" : "refused " + ruling.status();
    steps.add(
        new StepResult(
            ruling.what() + " judged by " + profile.id() + ": " + what,
            ruling.accepted() ? StepResult.Status.DONE : StepResult.Status.FAILED,
            ruling.at(),
            ruling.at(),
            OptionalInt.empty(),
            Optional.empty()));
    return true;
  }

  /** Something else that was not as it should be. */
  synchronized void found(Finding finding) {
    findings.add(finding);
  }

  /** A call of our own that nobody answers. */
  synchronized void lost(String reason) {
    findings.add(Finding.of(FindingKind.UNREACHABLE, null, "an answer to our INVITE", reason));
    state.lost();
  }

  /** Whether anything has been decided. */
  synchronized boolean isJudged() {
    return !rulings.isEmpty();
  }

  /** Whether nothing more is to be expected of it. */
  synchronized boolean isOver(Instant now) {
    return state.over(now, QUIET, LINGER);
  }

  /** Everything about the call. */
  synchronized CaseResult result(Instant now) {
    List<Finding> all = new ArrayList<>(findings);
    state.findings(all);
    List<String> notes = new ArrayList<>();
    rulings.stream()
        .limit(1)
        .forEach(r -> notes.add("%s from %s to %s".formatted(r.what(), r.from(), r.to())));
    rulings.forEach(r -> notes.addAll(r.notes()));
    if (left > 0) {
      notes.add(left + " further messages are left out");
    }
    if (unruled > 0) {
      notes.add(unruled + " further requests were answered and are left out");
    }
    allowance.give(kept);
    return new ServedCase(number, profile)
        .result(rulings, all, notes, List.copyOf(steps), recorder.entries(), began, now);
  }
}
