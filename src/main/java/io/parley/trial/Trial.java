package io.parley.trial;

import io.parley.farend.Attendant;
import io.parley.farend.SbcObserver;
import io.parley.farend.Treatment;
import io.parley.sip.Ids;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A trial under way: says what becomes of the phone's calls, follows what crosses, and tells what
 * was shown and what the tester does next. Called by the threads of the far end, each method holds
 * the lock for a moment; the listener must not block.
 */
public final class Trial implements SbcObserver, Attendant {
  /** How many steps may be under way: a sick phone shall not fill the memory. */
  private static final int MOST = 50;

  private final TrialSettings settings;
  private final Consumer<TrialEvent> told;
  private final Progress progress;
  private final DeclaredHeaders headers;
  private final DeclaredOffer offer;
  private final FarEndRules rules;
  private final Registering registering;
  private final Map<String, StepRun> runs = new HashMap<>();
  private int number;
  private String last = "";
  private Optional<String> userAgent = Optional.empty();

  /**
   * A trial.
   *
   * @param told of everything that happens, on threads of the far end
   */
  public Trial(TrialSettings settings, Consumer<TrialEvent> told) {
    this.settings = settings;
    this.told = told;
    this.progress = new Progress(settings);
    this.headers = new DeclaredHeaders(settings.phone().sheet(), settings.transports());
    this.offer = new DeclaredOffer(settings.phone().sheet(), settings.mode());
    this.rules = new FarEndRules(settings.profile());
    this.registering = new Registering(settings);
  }

  /** Says what has to be done first. */
  public synchronized void begin() {
    tellNext();
  }

  private void tellNext() {
    TrialEvent.Next next = progress.next();
    last = next.words();
    told.accept(next);
  }

  /** What was shown so far. */
  public synchronized TrialResult result() {
    return new TrialResult(progress.results(), progress.remarks(), userAgent);
  }

  /** Whether a step is under way. */
  public synchronized boolean isBusy() {
    return !runs.isEmpty();
  }

  @Override
  public synchronized Optional<Treatment> treatment(SipMessage invite) {
    StepRun run = runs.get(invite.callId());
    return Optional.of(run == null ? Treatment.refused(404, "Not Found") : run.treatment());
  }

  @Override
  public synchronized void crossed(Frame frame, SipMessage message) {
    Crossed c = new Crossed(frame, message);
    if (message.cseqMethod().equals("REGISTER")) {
      registers(c);
      return;
    }
    if (c.dials() && !runs.containsKey(message.callId())) {
      dialled(c);
    }
    StepRun run = runs.get(message.callId());
    if (run != null) {
      run.crossed(frame, message).ifPresent(mark -> marked(run, mark, frame.time()));
    }
  }

  private void dialled(Crossed c) {
    userAgent = c.message().first("User-Agent").or(() -> userAgent);
    String dialled = DeclaredHeaders.dialled(c.message());
    Optional<Step> step = progress.step(dialled);
    if (step.isEmpty() || runs.size() > MOST) {
      String words = "a call to '" + dialled + "', which is none of the numbers here: 404";
      told.accept(new TrialEvent.Seen(c.frame().time(), "", words));
      return;
    }
    String own = "back-" + Ids.callId();
    StepCase as =
        new StepCase(settings, step.get().id(), step.get().requirement().title(), ++number);
    StepRun run = new StepRun(step.get(), as, c.frame().time(), c.message().callId(), own);
    run.callIds().forEach(id -> runs.put(id, run));
    List<Sighting> sightings = new ArrayList<>(headers.of(c));
    StepTrace.sdp(c.message()).ifPresent(sdp -> sightings.addAll(offer.of(sdp)));
    sightings.addAll(rules.of(c));
    tell(step.get().id(), sightings, as.folder());
  }

  private void marked(StepRun run, Mark mark, Instant at) {
    told.accept(new TrialEvent.Seen(at, run.step().id(), mark.awaited()));
    run.awaited()
        .map(Mark::todo)
        .filter(t -> !t.isEmpty())
        .ifPresent(t -> told.accept(new TrialEvent.Todo(run.step().id(), t)));
  }

  private void tell(String step, List<Sighting> sightings, String evidence) {
    for (Sighting s : masked(sightings)) {
      if (progress.add(s, evidence)) {
        told.accept(new TrialEvent.Told(step, s));
      }
    }
  }

  private void tried(List<Sighting> registrations) {
    for (Sighting s : masked(registrations)) {
      if (progress.tried(s, registering.folder())) {
        told.accept(new TrialEvent.Told(s.requirement(), s));
      }
    }
  }

  private List<Sighting> masked(List<Sighting> sightings) {
    return sightings.stream().map(s -> s.masked(settings.secrets())).toList();
  }

  @Override
  public synchronized void lost(String callId, String reason) {
    Optional.ofNullable(runs.get(callId)).ifPresent(r -> r.lost(callId, reason));
  }

  private void registers(Crossed c) {
    userAgent = c.message().first("User-Agent").filter(u -> c.fromPhone()).or(() -> userAgent);
    if (c.asks("REGISTER") && !Registering.isAway(c.message())) {
      tell(Registering.REGISTER, headers.ofRegister(c), registering.folder());
    }
    tried(registering.crossed(c));
    if (!progress.next().words().equals(last)) {
      tellNext();
    }
  }

  /** Concludes steps that are over by now; to be called every now and then, by one thread. */
  public synchronized void sweep(Instant now) {
    tried(registering.at(now));
    runs.values().stream()
        .distinct()
        .filter(r -> r.isOver(now, settings.times().patience()))
        .toList()
        .forEach(r -> conclude(r, now));
  }

  /** Concludes every step that is under way, and the registration. */
  public synchronized void end(Instant now) {
    runs.values().stream().distinct().toList().forEach(run -> conclude(run, now));
    registering.result(now).ifPresent(r -> told.accept(new TrialEvent.Recorded(r)));
  }

  private void conclude(StepRun run, Instant now) {
    runs.values().removeIf(r -> r == run);
    List<Sighting> sightings = masked(run.sightings());
    progress.concluded(run.step(), sightings, run.folder());
    told.accept(new TrialEvent.Over(now, run.step(), sightings));
    told.accept(new TrialEvent.Recorded(run.result(sightings, now)));
    tellNext();
  }
}
