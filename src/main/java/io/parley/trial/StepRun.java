package io.parley.trial;

import io.parley.farend.Treatment;
import io.parley.result.CaseResult;
import io.parley.result.Recorder;
import io.parley.serve.CallState;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One step under way: what crossed, and how far it has come. One thread at a time. */
final class StepRun {
  /** Our actor in reports. */
  static final String ACTOR = "far-end";

  /** A phone that never ends a call shall not fill the memory. */
  private static final int MOST = 1000;

  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Step step;
  private final StepCase as;
  private final Instant began;
  private final String own;
  private final Map<String, CallState> calls = new HashMap<>();
  private final List<Crossed> all = new ArrayList<>();
  private final Recorder recorder = new Recorder();
  private Optional<String> lost = Optional.empty();
  private Instant last;
  private int reached;

  /**
   * A step that begins.
   *
   * @param as what it is for reports
   * @param callId of the phone's call
   * @param own Call-ID of ours, where we call back
   */
  StepRun(Step step, StepCase as, Instant began, String callId, String own) {
    this.step = step;
    this.as = as;
    this.began = began;
    this.own = own;
    this.last = began;
    calls.put(callId, new CallState());
    if (step.callsBack()) {
      calls.put(own, new CallState());
    }
  }

  /** The calls that belong to it. */
  Set<String> callIds() {
    return calls.keySet();
  }

  /** What becomes of the phone's call. */
  Treatment treatment() {
    return step.treatment().callingBackAs(own);
  }

  /** Where its evidence is. */
  String folder() {
    return as.folder();
  }

  /** The step for reports. */
  CaseResult result(List<Sighting> sightings, Instant now) {
    return as.result(recorder.entries(), sightings, began, now);
  }

  Step step() {
    return step;
  }

  private StepTrace trace() {
    return new StepTrace(step.id(), List.copyOf(all));
  }

  /**
   * A message of the step.
   *
   * @return the mark that it is; empty = none, or not the one awaited
   */
  Optional<Mark> crossed(Frame frame, SipMessage message) {
    if (all.size() >= MOST) {
      return Optional.empty();
    }
    Crossed crossed = new Crossed(frame, message);
    all.add(crossed);
    boolean again = recorder.add(ACTOR, frame, message);
    calls.get(message.callId()).crossed(frame, message);
    last = frame.time();
    if (again || awaited().filter(m -> m.isIt().test(crossed)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(step.marks().get(reached++));
  }

  /** The message that has to come next; empty = all have come. */
  Optional<Mark> awaited() {
    return reached < step.marks().size()
        ? Optional.of(step.marks().get(reached))
        : Optional.empty();
  }

  /** A call of ours that could not be made, or was not answered. */
  void lost(String callId, String reason) {
    lost = Optional.of(reason);
    calls.get(callId).lost();
  }

  /**
   * Whether nothing more is to be expected.
   *
   * @param patience how long it may stand still
   */
  boolean isOver(Instant now, Duration patience) {
    return Duration.between(last, now).compareTo(patience) > 0
        || calls.values().stream().allMatch(c -> c.over(now, QUIET, LINGER));
  }

  /** What it showed: the step's own requirement first, then each check that found something. */
  List<Sighting> sightings() {
    List<Sighting> out = new ArrayList<>();
    step.checks().forEach(c -> out.addAll(c.look(trace())));
    out.addAll(missing().stream().toList());
    if (out.stream().allMatch(Sighting::holds)) {
      String words = String.join(", ", step.marks().stream().map(Mark::awaited).toList());
      out.add(0, Sighting.by("RFC 3261", step.id(), true, words, "all of it, in this order"));
    }
    return List.copyOf(out);
  }

  private Optional<Sighting> missing() {
    return awaited()
        .map(
            m ->
                Sighting.by(
                        "RFC 3261", step.id(), false, m.awaited(), lost.orElseGet(this::instead))
                    .shownBy(lastFromPhone()));
  }

  private String instead() {
    return lastFromPhone().map(l -> "none; its last message was: " + l).orElse("nothing at all");
  }

  private Optional<String> lastFromPhone() {
    return all.stream()
        .filter(Crossed::fromPhone)
        .reduce((a, b) -> b)
        .map(c -> c.message().startLine());
  }
}
