package io.parley.play.script;

import io.parley.play.agent.Cast;
import io.parley.play.agent.Party;
import io.parley.play.stage.Lateness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The times at which something is due in a case: the ends of waits, sends that have their time,
 * probes, ACKs.
 */
record Deadlines(
    List<StepRun> steps, Cast cast, Patience patience, Repetitions repetitions, Lateness lateness) {

  /**
   * When to look again, if nothing comes: within a minute.
   *
   * @param next the step that is reached next
   */
  Instant next(int next) {
    Instant soonest = Instant.now().plus(Duration.ofSeconds(60));
    for (int i = 0; i < Math.min(steps.size(), next + 1); i++) {
      StepRun run = steps.get(i);
      if (run.blocks()) {
        soonest = earlier(soonest, of(run));
      } else if (run.isOpen() && run.isTimed()) {
        soonest = earlier(soonest, run.opened().plus(SendTiming.after(run.step())));
      }
    }
    for (Party party : cast.all()) {
      soonest =
          party.probe().at().isPresent() ? earlier(soonest, party.probe().at().get()) : soonest;
      Optional<Instant> due = party.agent().acknowledgement().dueAt();
      soonest = due.isPresent() ? earlier(soonest, due.get()) : soonest;
    }
    return soonest;
  }

  /** Until when an open step waits: as long as planned, and as long as we ourselves were late. */
  Instant of(StepRun run) {
    Instant planned =
        run.isRepeated() ? repetitions.deadline(run) : patience.deadline(run, cast.of(run.step()));
    return planned.plus(lateness.grace(run.opened()));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
