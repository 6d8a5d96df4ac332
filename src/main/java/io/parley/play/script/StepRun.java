package io.parley.play.script;

import io.parley.model.PacketStep;
import io.parley.model.ReceiveStep;
import io.parley.model.Step;
import io.parley.play.agent.Party;
import io.parley.play.stage.NumberPool;
import io.parley.result.Recorder;
import io.parley.result.StepResult;
import io.parley.sip.SipMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** One step while its case is played. Used by the case's worker only. */
final class StepRun {
  /** Where a step is in its life. */
  enum State {
    /** Not reached. */
    AHEAD,
    /** A receive that is waited for, or a send whose time has not come. */
    OPEN,
    DONE,
    FAILED,
    PASSED_OVER
  }

  private final Step step;
  private final Optional<Step.Grouped> group;
  private State state = State.AHEAD;
  private Instant opened;
  private Instant ended;
  private SipMessage message;
  private String note;

  StepRun(Step step) {
    this.group = step instanceof Step.Grouped g ? Optional.of(g) : Optional.empty();
    this.step = step instanceof Step.Grouped g ? g.step() : step;
  }

  /** The group it waits in, with its deadline. */
  Optional<Step.Grouped> group() {
    return group;
  }

  /** Its name where one of its group is enough. */
  Optional<String> way() {
    return group.flatMap(Step.Grouped::way);
  }

  /** Whether it is another way of the same either. */
  boolean isInsteadOf(StepRun other) {
    return this != other && way().isPresent() && isBeside(other);
  }

  /** Whether the other stands in the same group; one included twice is two. */
  @SuppressWarnings("ReferenceEquality")
  boolean isBeside(StepRun other) {
    return group.isPresent()
        && other.group.isPresent()
        && group.get().group() == other.group.get().group();
  }

  Step step() {
    return step;
  }

  State state() {
    return state;
  }

  Instant opened() {
    return opened;
  }

  SipMessage message() {
    return message;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether it is behind us, whatever became of it. */
  boolean isDecided() {
    return state != State.AHEAD && state != State.OPEN;
  }

  void open() {
    state = State.OPEN;
    opened = Instant.now();
  }

  /** The message did what the step asks. */
  void done(SipMessage by) {
    end(State.DONE, by, null);
  }

  /** It was done; what it found. */
  void noted(String what) {
    end(State.DONE, null, what);
  }

  /** It did not happen, or not as expected. */
  void fail(SipMessage by, String why) {
    end(State.FAILED, by, why);
  }

  /** It did not apply. */
  void passOver(String why) {
    end(State.PASSED_OVER, null, why);
  }

  private void end(State how, SipMessage by, String why) {
    state = how;
    ended = Instant.now();
    opened = opened == null ? ended : opened;
    message = by;
    note = why;
  }

  boolean isReceive() {
    return step instanceof ReceiveStep || step instanceof PacketStep.Receive;
  }

  /** Whether it concerns what comes at a media port, and no message. */
  boolean isOfPacket() {
    return step instanceof PacketStep;
  }

  /** Whether it is an open receive of a message to that party. */
  boolean isAwaitedBy(Party party) {
    return isOpen() && isReceive() && !isOfPacket() && step.actor().equals(party.name());
  }

  boolean isOptional() {
    return step instanceof ReceiveStep r && r.optional()
        || step instanceof PacketStep.Receive k && k.optional();
  }

  /** Still stands in the way of sends below it. */
  boolean blocks() {
    return state == State.OPEN && (isNever() || isRepeated() || isReceive() && !isOptional());
  }

  /** Whether it happens at a time, as a send does, and not with a message. */
  boolean isTimed() {
    return !isReceive() && !isNever() && !isRepeated() && !(step instanceof Step.Capture);
  }

  /** Whether it counts the copies of a message. */
  boolean isRepeated() {
    return step instanceof Step.Repeated;
  }

  /** Whether it is a message that must not come. */
  boolean isNever() {
    return step instanceof Step.Never || step instanceof PacketStep.Never;
  }

  StepResult result(Recorder recorder, NumberPool.Lease lease) {
    Instant from = opened == null ? Instant.now() : opened;
    OptionalInt entry = message == null ? OptionalInt.empty() : recorder.indexOf(message);
    StepResult.Status status =
        switch (state) {
          case DONE -> StepResult.Status.DONE;
          case FAILED -> StepResult.Status.FAILED;
          default -> StepResult.Status.PASSED_OVER;
        };
    return new StepResult(
        lease.fill(StepText.of(step)),
        status,
        from,
        ended == null ? from : ended,
        entry,
        Optional.ofNullable(note));
  }
}
