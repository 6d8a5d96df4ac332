package io.parley.play.script;

import io.parley.play.agent.Cast;
import io.parley.play.agent.Party;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the passing of time brings: probes and ACKs that are due, ends of waits. */
record Elapsed(
    List<StepRun> steps,
    Cast cast,
    Deadlines deadlines,
    Repetitions repetitions,
    Hearing hearing,
    Overdue overdue) {

  /** Does what is due; whether the script cannot go on. */
  boolean passes(Instant now) throws InterruptedException {
    boolean over = probe(now);
    cast.all().forEach(p -> p.agent().acknowledgement().sendDue(Instant.now()));
    return expire(Instant.now()) || over;
  }

  /**
   * A connected socket finds out about a closed UDP port long before silence would be called
   * silence.
   */
  private boolean probe(Instant now) {
    boolean over = false;
    for (Party party : cast.all()) {
      if (party.probe().at().filter(at -> !at.isAfter(now)).isPresent()) {
        Optional<String> closed = party.probe().ask();
        over |=
            closed.isPresent()
                && !overdue.goesOn(party, closed.get())
                && overdue.failFast(party, closed.get());
      }
    }
    return over;
  }

  private boolean expire(Instant now) throws InterruptedException {
    boolean over = false;
    for (StepRun run : List.copyOf(steps)) {
      if (run.blocks() && !deadlines.of(run).isAfter(now)) {
        over |= expired(run);
      }
    }
    return over;
  }

  private boolean expired(StepRun run) throws InterruptedException {
    if (run.isRepeated()) {
      return repetitions.expired(run);
    }
    if (run.isNever()) {
      run.done(null);
    } else if (run.isOfPacket()) {
      hearing.expired(run);
    } else {
      overdue.expired(run, cast.of(run.step()), cast.caller());
    }
    return run.state() == StepRun.State.FAILED;
  }
}
