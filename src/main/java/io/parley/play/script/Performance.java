package io.parley.play.script;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.Step;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Event;
import io.parley.play.agent.Party;
import io.parley.play.check.Checks;
import io.parley.play.check.NoAnswer;
import io.parley.play.check.PathValues;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.Stage;
import io.parley.result.Recorder;
import io.parley.result.StepResult;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The script of one case as it is played: sends what is due, then waits for the next event or
 * deadline, until every step is decided.
 */
public final class Performance {
  /** How long a far leg may still come up after the caller was refused. */
  private static final Duration GRACE = Duration.ofMillis(300);

  private final Case played;
  private final NumberPool.Lease lease;
  private final Cast cast;
  private final BlockingQueue<Event> mailbox;
  private final List<Finding> findings;
  private final List<StepRun> steps = new ArrayList<>();
  private final Outcomes outcomes;
  private final Patience patience;
  private final Overdue overdue;
  private final Receiving receiving;
  private final Forbidden forbidden;
  private final Hearing hearing;
  private final Repetitions repetitions;
  private final CaptureSteps captureSteps;
  private final Deadlines deadlines;
  private final Initiative initiative;
  private final Unscripted unscripted;
  private int next;
  private boolean stopped;
  private boolean hungUp;

  /** Sets the script up; what goes wrong is added to {@code findings} and {@code notes}. */
  public Performance(
      Case played,
      Stage stage,
      NumberPool.Lease lease,
      Cast cast,
      BlockingQueue<Event> mailbox,
      Recorder recorder,
      List<Finding> findings,
      List<String> notes) {
    this.played = played;
    this.lease = lease;
    this.cast = cast;
    this.mailbox = mailbox;
    this.findings = findings;
    played.scenario().steps().forEach(s -> steps.add(new StepRun(s)));
    forbidden = new Forbidden(steps, findings);
    CheckAnswers answers =
        new CheckAnswers(cast, recorder, stage.target().local().advertise().isPresent());
    IceChecks iceChecks =
        new IceChecks(cast, answers, stage.target().mediaAddresses(played.id().profile()));
    hearing = new Hearing(steps, cast, answers, findings);
    Checks checks = new Checks(played, stage, findings, notes, cast::farEndOffer);
    NoAnswer noAnswer = new NoAnswer(stage, played.id().profile());
    outcomes = new Outcomes(played, steps);
    patience = new Patience(stage, steps, outcomes);
    overdue = new Overdue(steps, findings, checks, outcomes, patience, noAnswer);
    receiving = new Receiving(steps, findings, checks, outcomes);
    repetitions =
        new Repetitions(steps, recorder, cast::of, stage.target().timers().t1(), findings);
    Comparisons comparisons =
        new Comparisons(new PathValues(cast::named, cast.captures(), stage.farEnd()), findings);
    captureSteps = new CaptureSteps(steps, cast.captures(), findings);
    initiative = new Initiative(steps, cast, lease, comparisons, overdue, iceChecks, findings);
    unscripted = new Unscripted(played, lease, cast, steps, receiving, findings, notes);
    deadlines = new Deadlines(steps, cast, patience, repetitions);
  }

  /** Plays until every step is decided, one contradicts, or somebody hangs up. */
  public void play() throws InterruptedException {
    advance();
    while (!stopped && !decided()) {
      Instant deadline = deadlines.next(next);
      long wait = Math.max(0, Duration.between(Instant.now(), deadline).toNanos());
      Event event = mailbox.poll(wait, TimeUnit.NANOSECONDS);
      if (event == null) {
        probe(Instant.now());
        cast.all().forEach(p -> p.acknowledgement().sendDue(Instant.now()));
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
    stopped |= captureSteps.settle();
    stopped |= repetitions.settle();
    while (!stopped && next < steps.size() && passes(steps.get(next))) {
      next++;
    }
  }

  /** Whether the script goes on behind a step: it is decided, was opened, or did what it says. */
  private boolean passes(StepRun run) {
    if (run.state() == StepRun.State.DONE) {
      return true; // decided by what came before it
    }
    Optional<Boolean> applies = outcomes.applies(run.step().when());
    if (applies.isEmpty()) {
      return false;
    }
    if (!applies.get()) {
      run.passOver("its condition did not hold");
      return true;
    }
    if (waits(run)) {
      run.open();
      opened(run);
      return true;
    }
    boolean due = initiative.mayFire(run, next);
    stopped |= due && !initiative.fire(run);
    return due;
  }

  /** Whether others decide it. */
  private static boolean waits(StepRun run) {
    return run.isNever()
        || run.isRepeated()
        || run.isReceive()
        || run.step() instanceof Step.Capture;
  }

  /** What came before it was opened may decide it. */
  private void opened(StepRun run) {
    if (run.isNever()) {
      return;
    }
    if (run.isRepeated()) {
      stopped |= repetitions.settle();
    } else if (run.isOfPacket()) {
      hearing.settle();
    } else if (run.step() instanceof Step.Capture) {
      stopped |= captureSteps.settle();
    } else {
      Party party = cast.of(run.step());
      party.takeBacklog().forEach(e -> receive(party, e));
    }
  }

  /**
   * A connected socket finds out about a closed UDP port long before silence would be called
   * silence.
   */
  private void probe(Instant now) {
    for (Party party : cast.all()) {
      if (party.probe().at().filter(at -> !at.isAfter(now)).isPresent()) {
        Optional<String> closed = party.probe().ask();
        stopped |=
            closed.isPresent()
                && !overdue.goesOn(party, closed.get())
                && overdue.failFast(party, closed.get());
      }
    }
  }

  private void expire(Instant now) throws InterruptedException {
    for (StepRun run : List.copyOf(steps)) {
      Party party = cast.of(run.step());
      if (!run.blocks() || deadlines.of(run).isAfter(now)) {
        continue;
      }
      if (run.isRepeated()) {
        stopped |= repetitions.expired(run);
        continue;
      }
      if (run.isNever()) {
        run.done(null);
      } else if (run.isOfPacket()) {
        hearing.expired(run);
        stopped = true;
      } else {
        overdue.expired(run, party, cast.caller());
        stopped = stopped || run.state() == StepRun.State.FAILED;
      }
    }
  }

  private void handle(Event event) {
    if (event instanceof Event.Arrived arrived) {
      boolean settled = automatic(arrived);
      if (!settled && !arrived.again() && cast.implicit(arrived.party()).isEmpty()) {
        stopped |= forbidden.broken(arrived.party(), arrived.arrival().message());
        receive(arrived.party(), arrived);
      }
    } else if (event instanceof Event.Heard heard) {
      stopped |= hearing.heard(heard);
    } else if (event instanceof Event.Acknowledged acknowledged) {
      acknowledged.party().acknowledged(acknowledged.ack());
    } else if (event instanceof Event.Failed failed) {
      Party party = failed.party();
      if (!party.servers().isPassed(failed.flow().remote())
          && !overdue.goesOn(party, failed.reason())) {
        party.noteFailure(failed.reason());
        stopped |= overdue.failFast(party, failed.reason());
      }
    } else if (event instanceof Event.HungUp) {
      stopped = true;
      hungUp = true;
    } else if (event instanceof Event.TimedOut timedOut) {
      timedOut.party().noteFailure("no response within 64×T1 (RFC 3261 §17.1.1.2)");
    }
  }

  /**
   * What happens without the script saying so: state, ACK to 2xx, answers to challenges and to
   * requests no step will answer.
   *
   * @return whether nothing of it is left for the script
   */
  public boolean automatic(Event.Arrived arrived) {
    if (unscripted.settles(arrived, stopped)) {
      return true;
    }
    arrived.party().observe(arrived);
    stopped |= unscripted.misdirected(arrived);
    unscripted.react(arrived, stopped);
    return false;
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

  /**
   * The only caller was refused while another actor still waits for the call: it will not come.
   * Where several call, it may be another's.
   */
  private void refusedEarly(Party party, SipMessage message) {
    boolean refused = party.isCaller() && message.isResponse() && message.status().orElse(0) >= 300;
    boolean only = cast.all().stream().filter(Party::isCaller).count() == 1;
    if (refused && only && message.method().equals("INVITE")) {
      patience.hurry(party, message, Instant.now().plus(GRACE));
    }
  }

  /** What arrived and no step asked for. */
  public void leftovers() {
    boolean failedBefore = !findings.isEmpty();
    for (Party party : cast.all()) {
      for (Event.Arrived arrived : party.takeBacklog()) {
        if (!Leftovers.tolerated(party, arrived.arrival().message()) && !failedBefore) {
          findings.add(
              Leftovers.unexpected(played.scenario().at(), party, arrived.arrival().message()));
        }
      }
    }
  }

  /** Whether steps were left that had to be decided. */
  public boolean isUnfinished() {
    return steps.stream().anyMatch(s -> s.blocks() || s.state() == StepRun.State.AHEAD);
  }

  /** Whether it ended because the run was interrupted. */
  public boolean isHungUp() {
    return hungUp;
  }

  /** How each step went. */
  public List<StepResult> results(Recorder recorder) {
    return steps.stream().map(s -> s.result(recorder, lease)).toList();
  }
}
