package io.parley.play.script;

import io.parley.model.Step;
import io.parley.play.agent.Cast;
import java.util.List;
import java.util.Optional;

/** How far a script has come, from the top: the steps above are decided or open. */
final class Progress {
  private final List<StepRun> steps;
  private final Cast cast;
  private final Outcomes outcomes;
  private final Initiative initiative;
  private final Repetitions repetitions;
  private final CaptureSteps captureSteps;
  private final Hearing hearing;
  private final Delivery delivery;
  private final Curtain curtain;
  private int next;

  Progress(
      List<StepRun> steps,
      Cast cast,
      Outcomes outcomes,
      Initiative initiative,
      Repetitions repetitions,
      CaptureSteps captureSteps,
      Hearing hearing,
      Delivery delivery,
      Curtain curtain) {
    this.steps = steps;
    this.cast = cast;
    this.outcomes = outcomes;
    this.initiative = initiative;
    this.repetitions = repetitions;
    this.captureSteps = captureSteps;
    this.hearing = hearing;
    this.delivery = delivery;
    this.curtain = curtain;
  }

  /** The step that is reached next, as many as there are once all were. */
  int reached() {
    return next;
  }

  /** Whether every step is decided. */
  boolean isDone() {
    return next >= steps.size() && steps.stream().noneMatch(StepRun::blocks);
  }

  /** Opens receives and fires sends from the top until a send has to wait. */
  void advance() {
    curtain.fallsIf(captureSteps.settle());
    curtain.fallsIf(repetitions.settle());
    while (!curtain.isDown() && next < steps.size() && passes(steps.get(next))) {
      next++;
    }
  }

  /** Whether the script goes on behind a step: it is decided, was opened, or did what it says. */
  private boolean passes(StepRun run) {
    if (run.isDecided()) {
      return true; // by what came before it
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
    curtain.fallsIf(due && !initiative.fire(run));
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
      curtain.fallsIf(repetitions.settle());
    } else if (run.isOfPacket()) {
      hearing.settle();
    } else if (run.step() instanceof Step.Capture) {
      curtain.fallsIf(captureSteps.settle());
    } else {
      delivery.kept(cast.of(run.step()));
    }
  }
}
