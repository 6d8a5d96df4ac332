package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Step;
import io.parley.model.Verdict;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Plays one case on one worker: one mailbox, actors as data. Sends what is due, waits for the next
 * event or deadline, and ends when every step is decided; then the clean-up.
 */
final class CaseRun {
  /** How long a far leg may still come up after the caller was refused. */
  private static final Duration GRACE = Duration.ofMillis(300);

  private final Case played;
  private final Stage stage;
  private final NumberPool.Lease lease;
  private final Recorder recorder = new Recorder();
  private final BlockingQueue<Event> mailbox = new LinkedBlockingQueue<>();
  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final List<StepRun> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Receiving receiving;
  private final Instant started = Instant.now();
  private Optional<ImplicitCallee> farEnd = Optional.empty();
  private int next;
  private boolean stopped;
  private boolean hungUp;

  CaseRun(Case played, Stage stage, NumberPool.Lease lease) {
    this.played = played;
    this.stage = stage;
    this.lease = lease;
    played.scenario().actors().values().forEach(a -> parties.put(a.name(), party(a)));
    played.scenario().steps().forEach(s -> steps.add(new StepRun(s)));
    receiving = new Receiving(played, stage, steps, findings, notes, this::farEndOffer);
    if (!played.scenario().hasCallee() && stage.playsFarEnd()) {
      Actor actor = ImplicitCallee.actor();
      Party party = party(actor);
      parties.put(actor.name(), party);
      farEnd = Optional.of(new ImplicitCallee(party, stage, played.id().profile()));
    }
  }

  private Party party(Actor actor) {
    return new Party(
        withoutDefaultNumber(actor),
        raw(actor),
        stage,
        played.id().profile(),
        recorder,
        mailbox,
        lease);
  }

  /**
   * A caller that calls from the target's usual number calls from the one leased with the callee's
   * instead.
   */
  private Actor withoutDefaultNumber(Actor actor) {
    boolean usual =
        actor.number().equals(Optional.ofNullable(stage.target().numbers().get("caller")));
    return usual && actor.role() == Actor.Role.CALLER
        ? new Actor(
            actor.name(),
            actor.role(),
            actor.offer(),
            actor.answer(),
            Optional.empty(),
            actor.transport(),
            actor.headers())
        : actor;
  }

  /** Whether the actor sends anything that only the raw lane carries. */
  private boolean raw(Actor actor) {
    return played.scenario().steps().stream()
        .filter(s -> s.actor().equals(actor.name()))
        .anyMatch(
            s ->
                s instanceof Step.SendRaw
                    || s instanceof Step.SendRequest r && !r.mutate().isEmpty());
  }

  private String numberOf(String to) {
    Party named = parties.get(to);
    return named == null ? to : named.actor().number().orElse(lease.called());
  }

  /** Ends the script as soon as the worker looks; the wire is cleaned as ever. Thread-safe. */
  void hangUp() {
    mailbox.add(new Event.HungUp());
  }

  /** Plays the script, cleans the wire, and tells all. Never throws. */
  CaseResult run() {
    Optional<String> cleaned = Optional.empty();
    try {
      parties.values().forEach(p -> p.begin(this::numberOf));
      perform();
      recorder.cleanupBegins();
      cleaned = new Cleanup(stage, parties.values(), mailbox, this::automatic, findings).run();
      leftovers();
      stillAlive();
    } catch (InterruptedException e) {
      findings.add(fault("the run was interrupted"));
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      stage.faults().accept(played, e);
      findings.add(fault(String.valueOf(e.getMessage())));
    } finally {
      parties.values().forEach(p -> p.end(played.id()));
      overtaken();
    }
    return result(cleaned);
  }

  private Finding fault(String what) {
    return Finding.of(
        FindingKind.HARNESS, played.scenario().at(), "the case to be played to its end", what);
  }

  private void perform() throws InterruptedException {
    advance();
    while (!stopped && !decided()) {
      Instant deadline = nextDeadline();
      long wait = Math.max(0, Duration.between(Instant.now(), deadline).toNanos());
      Event event = mailbox.poll(wait, TimeUnit.NANOSECONDS);
      if (event == null) {
        probe(Instant.now());
        expire(Instant.now());
      } else {
        handle(event);
      }
      advance();
    }
  }

  private boolean decided() {
    return next >= steps.size() && steps.stream().noneMatch(StepRun::blocks);
  }

  /** Opens receives and fires sends from the top until a send has to wait. */
  private void advance() {
    while (!stopped && next < steps.size()) {
      StepRun run = steps.get(next);
      Optional<Boolean> applies = receiving.applies(run.step().when());
      if (applies.isEmpty()) {
        return;
      }
      if (!applies.get()) {
        run.passOver("its condition did not hold");
      } else if (run.isReceive()) {
        run.open();
        Party party = parties.get(run.step().actor());
        party.takeBacklog().forEach(e -> receive(party, e));
      } else if (!mayFire(run)) {
        return;
      } else {
        fire(run);
      }
      next++;
    }
  }

  private boolean mayFire(StepRun run) {
    if (steps.subList(0, next).stream().anyMatch(StepRun::blocks)) {
      return false;
    }
    if (!run.isOpen()) {
      run.open();
    }
    return !Instant.now().isBefore(run.opened().plus(SendTiming.after(run.step())));
  }

  private void fire(StepRun run) {
    Party party = parties.get(run.step().actor());
    try {
      run.done(party.perform(run.step()));
    } catch (Unplayable e) {
      run.fail(null, e.getMessage());
      findings.add(
          Finding.of(
              e.kind(), run.step().at(), lease.fill(StepText.of(run.step())), e.getMessage()));
      stopped = true;
    }
  }

  private Instant nextDeadline() {
    Instant soonest = Instant.now().plus(Duration.ofSeconds(60));
    for (int i = 0; i < Math.min(steps.size(), next + 1); i++) {
      StepRun run = steps.get(i);
      if (run.blocks()) {
        soonest = earlier(soonest, receiving.deadline(run, parties.get(run.step().actor())));
      } else if (run.isOpen() && !run.isReceive()) {
        soonest = earlier(soonest, run.opened().plus(SendTiming.after(run.step())));
      }
    }
    for (Party party : parties.values()) {
      soonest = party.probeAt().isPresent() ? earlier(soonest, party.probeAt().get()) : soonest;
    }
    return soonest;
  }

  /**
   * A connected socket finds out about a closed UDP port long before silence would be called
   * silence.
   */
  private void probe(Instant now) {
    for (Party party : parties.values()) {
      if (party.probeAt().filter(at -> !at.isAfter(now)).isPresent()) {
        Optional<String> closed = party.probe();
        stopped |= closed.isPresent() && receiving.failFast(party, closed.get());
      }
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private void expire(Instant now) throws InterruptedException {
    for (StepRun run : List.copyOf(steps)) {
      Party party = parties.get(run.step().actor());
      if (run.blocks() && !receiving.deadline(run, party).isAfter(now)) {
        receiving.expired(run, party, caller());
        stopped = stopped || run.state() == StepRun.State.FAILED;
      }
    }
  }

  private void handle(Event event) {
    if (event instanceof Event.Arrived arrived) {
      automatic(arrived);
      if (!arrived.again() && !farEnd.map(f -> f.owns(arrived.party())).orElse(false)) {
        receive(arrived.party(), arrived);
      }
    } else if (event instanceof Event.Acknowledged acknowledged) {
      acknowledged.party().acknowledged();
    } else if (event instanceof Event.Failed failed) {
      failed.party().noteFailure(failed.reason());
      stopped |= receiving.failFast(failed.party(), failed.reason());
    } else if (event instanceof Event.HungUp) {
      stopped = true;
      hungUp = true;
    } else if (event instanceof Event.TimedOut timedOut) {
      timedOut.party().noteFailure("no response within 64×T1 (RFC 3261 §17.1.1.2)");
    }
  }

  /**
   * What happens without the script saying so: state, ACK to 2xx, answers to requests no step will
   * answer.
   */
  private void automatic(Event.Arrived arrived) {
    Party party = arrived.party();
    party.observe(arrived);
    misdirected(arrived);
    if (farEnd.isPresent() && farEnd.get().owns(party)) {
      farEnd.get().react(arrived);
      return;
    }
    boolean scripted = scriptAnswers(party, arrived.arrival().message());
    party.reflexes().react(arrived, scripted);
  }

  /** Whether a step still to come sends the ACK or the response itself. */
  private boolean scriptAnswers(Party party, SipMessage message) {
    if (stopped) {
      return false;
    }
    boolean sends = false;
    for (StepRun run : steps) {
      if (run.state() == StepRun.State.AHEAD || run.isOpen()) {
        boolean mine = run.step().actor().equals(party.name());
        sends |=
            mine
                && (message.isResponse()
                    ? run.step() instanceof Step.SendRequest s && s.method().equals("ACK")
                    : run.step() instanceof Step.SendResponse);
      }
    }
    return sends;
  }

  private void receive(Party party, Event.Arrived arrived) {
    if (stopped) {
      party.addBacklog(arrived);
      return;
    }
    switch (receiving.offer(party, arrived)) {
      // What came too early for its step may fit now: 487 may overtake the 200 to CANCEL.
      case TAKEN -> party.takeBacklog().forEach(earlier -> receive(party, earlier));
      case WRONG -> stopped = true;
      case NOT_YET -> {
        party.addBacklog(arrived);
        refusedEarly(party, arrived.arrival().message());
      }
    }
  }

  /** The caller was refused while another actor still waits for the call: it will not come. */
  private void refusedEarly(Party party, SipMessage message) {
    boolean refused = party.isCaller() && message.isResponse() && message.status().orElse(0) >= 300;
    if (refused && message.method().equals("INVITE")) {
      receiving.hurry(party, message, Instant.now().plus(GRACE));
    }
  }

  /** A call that reaches the right number from the wrong caller is another case's call. */
  private void misdirected(Event.Arrived arrived) {
    SipMessage message = arrived.arrival().message();
    boolean own = caller().map(c -> callsAsLeased(c.actor())).orElse(false);
    if (arrived.again()
        || !own
        || !lease.verifiesCalling()
        || !message.isRequest()
        || !message.method().equals("INVITE")) {
      return;
    }
    String from = Correlator.user(message.first("From").orElse(""));
    if (!from.equals(lease.calling())) {
      findings.add(
          Finding.of(
              FindingKind.MISDIRECTED,
              played.scenario().at(),
              "the call from " + lease.calling() + " at " + lease.called(),
              "a call from " + from + " arrived there: the target connected two calls crosswise"));
      stopped = true;
    }
  }

  /** Whether the caller's number is the leased one, and not one the script wrote. */
  private static boolean callsAsLeased(Actor caller) {
    return caller.number().map("${numbers.caller}"::equals).orElse(true);
  }

  private Optional<Party> caller() {
    return parties.values().stream().filter(Party::isCaller).findFirst();
  }

  private Optional<byte[]> farEndOffer() {
    return parties.values().stream()
        .filter(p -> !p.isCaller())
        .findFirst()
        .flatMap(Party::offerReceived);
  }

  /** What arrived and no step asked for. */
  private void leftovers() {
    boolean failedBefore = !findings.isEmpty();
    for (Party party : parties.values()) {
      for (Event.Arrived arrived : party.takeBacklog()) {
        if (!receiving.tolerated(party, arrived.arrival().message()) && !failedBefore) {
          findings.add(receiving.unexpected(party, arrived.arrival().message()));
        }
      }
    }
    farEnd.ifPresent(f -> notes.addAll(f.notes()));
  }

  /** After something malformed the target is asked whether it is alive. */
  private void stillAlive() throws InterruptedException {
    boolean reached = findings.stream().noneMatch(f -> f.kind() == FindingKind.UNREACHABLE);
    if (!played.scenario().malformed() || !reached) {
      return;
    }
    Party caller = caller().orElseThrow();
    Liveness.Answer answer = stage.liveness().ask(played.id().profile(), caller.transport());
    if (!answer.alive()) {
      findings.add(
          Finding.of(
              FindingKind.TARGET_DIED,
              played.scenario().at(),
              "the target to be alive after the malformed message",
              answer.words()));
    }
  }

  /** What was put into the mailbox while the case ended is late too. */
  private void overtaken() {
    for (Event event = mailbox.poll(); event != null; event = mailbox.poll()) {
      if (event instanceof Event.Arrived arrived) {
        stage.late().arrived(played.id(), arrived);
      }
    }
  }

  private CaseResult result(Optional<String> cleaned) {
    Verdict verdict =
        findings.isEmpty()
            ? Verdict.PASSED
            : findings.stream().allMatch(f -> f.kind().breaks()) ? Verdict.BROKEN : Verdict.FAILED;
    boolean unfinished =
        steps.stream().anyMatch(s -> s.blocks() || s.state() == StepRun.State.AHEAD);
    if (verdict == Verdict.PASSED && unfinished) {
      findings.add(fault("the script ended before every step was decided"));
      verdict = Verdict.BROKEN;
    }
    Optional<String> skip = Optional.empty();
    if (hungUp && verdict != Verdict.FAILED && unfinished) {
      findings.clear();
      verdict = Verdict.SKIPPED;
      skip = Optional.of(Player.INTERRUPTED);
    }
    return new CaseResult(
        played,
        verdict,
        List.copyOf(findings),
        List.copyOf(notes),
        steps.stream().map(s -> s.result(recorder, lease)).toList(),
        recorder.entries(),
        cleaned,
        skip,
        started,
        Instant.now());
  }
}
