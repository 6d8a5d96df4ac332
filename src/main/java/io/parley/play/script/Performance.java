package io.parley.play.script;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Event;
import io.parley.play.agent.Mailbox;
import io.parley.play.check.Checks;
import io.parley.play.check.NoAnswer;
import io.parley.play.check.PathValues;
import io.parley.play.stage.Lateness;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.Stage;
import io.parley.result.Recorder;
import io.parley.result.StepResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The script of one case as it is played: sends what is due, then waits for the next event or
 * deadline, until every step is decided.
 */
public final class Performance {
  private final Case played;
  private final NumberPool.Lease lease;
  private final Cast cast;
  private final Mailbox mailbox;
  private final List<StepRun> steps = new ArrayList<>();
  private final Overdue overdue;
  private final Hearing hearing;
  private final Progress progress;
  private final Deadlines deadlines;
  private final Delivery delivery;
  private final Elapsed elapsed;
  private final Curtain curtain = new Curtain();
  private boolean hungUp;

  /** Sets the script up; what goes wrong is added to {@code findings} and {@code notes}. */
  public Performance(
      Case played,
      Stage stage,
      NumberPool.Lease lease,
      Cast cast,
      Mailbox mailbox,
      Recorder recorder,
      List<Finding> findings,
      List<String> notes) {
    this.played = played;
    this.lease = lease;
    this.cast = cast;
    this.mailbox = mailbox;
    Lateness lateness = mailbox.lateness();
    played.scenario().steps().forEach(s -> steps.add(new StepRun(s)));
    CheckAnswers answers =
        new CheckAnswers(cast, recorder, stage.target().local().advertise().isPresent());
    IceChecks iceChecks =
        new IceChecks(cast, answers, stage.target().mediaAddresses(played.id().profile()));
    hearing = new Hearing(steps, cast, answers, findings);
    Checks checks = new Checks(played, stage, findings, notes, cast::farEndOffer);
    NoAnswer noAnswer = new NoAnswer(stage, played.id().profile());
    Outcomes outcomes = new Outcomes(played, steps);
    Patience patience = new Patience(stage, steps, outcomes);
    overdue = new Overdue(steps, findings, checks, outcomes, patience, noAnswer);
    Receiving receiving = new Receiving(steps, findings, checks, outcomes, patience, lateness);
    Repetitions repetitions =
        new Repetitions(
            steps, recorder, cast::of, stage.target().timers().t1(), lateness, findings);
    Comparisons comparisons =
        new Comparisons(new PathValues(cast::named, cast.captures(), stage.farEnd()), findings);
    Initiative initiative =
        new Initiative(steps, cast, lease, comparisons, overdue, iceChecks, findings);
    Unscripted unscripted = new Unscripted(played, lease, cast, steps, receiving, findings, notes);
    delivery =
        new Delivery(
            cast,
            unscripted,
            new Forbidden(steps, findings, lateness),
            receiving,
            patience,
            curtain,
            findings);
    progress =
        new Progress(
            steps,
            cast,
            outcomes,
            initiative,
            repetitions,
            new CaptureSteps(steps, cast.captures(), findings),
            hearing,
            delivery,
            curtain);
    deadlines = new Deadlines(steps, cast, patience, repetitions, lateness);
    elapsed = new Elapsed(steps, cast, deadlines, repetitions, hearing, overdue);
  }

  /** Plays until every step is decided, one contradicts, or somebody hangs up. */
  public void play() throws InterruptedException {
    progress.advance();
    while (!curtain.isDown() && !progress.isDone()) {
      Instant deadline = deadlines.next(progress.reached());
      Event event = mailbox.until(deadline);
      if (event == null) {
        curtain.fallsIf(elapsed.passes(Instant.now()));
      } else {
        handle(event);
      }
      progress.advance();
    }
  }

  private void handle(Event event) {
    if (event instanceof Event.Arrived arrived) {
      delivery.arrived(arrived);
    } else if (event instanceof Event.Heard heard) {
      curtain.fallsIf(hearing.heard(heard));
    } else if (event instanceof Event.Acknowledged acknowledged) {
      acknowledged.party().agent().acknowledged(acknowledged.ack());
    } else if (event instanceof Event.Failed failed) {
      curtain.fallsIf(overdue.flowFailed(failed));
    } else if (event instanceof Event.HungUp) {
      curtain.fallsIf(true);
      hungUp = true;
    } else if (event instanceof Event.TimedOut timedOut) {
      timedOut.party().noteFailure("no response within 64×T1 (RFC 3261 §17.1.1.2)");
    }
  }

  /**
   * What happens without the script saying so: state, ACK to 2xx, answers to challenges and to
   * requests no step will answer.
   */
  public void automatic(Event.Arrived arrived) {
    delivery.automatic(arrived);
  }

  /** What arrived and no step asked for. */
  public void leftovers() {
    delivery.leftovers(played.scenario().at());
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
