package io.parley.play;

import io.parley.model.Case;
import io.parley.play.stage.Limiter;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.Numbering;
import io.parley.play.stage.Stage;
import io.parley.result.CaseResult;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cases in progress: each holds its numbers and its share of the limits. Thread-safe. */
final class Plays {
  private final Stage stage;
  private final NumberPool numbers;
  private final Limiter limiter;
  private final Set<CaseRun> playing = ConcurrentHashMap.newKeySet();
  private volatile boolean hungUp;

  Plays(Stage stage, NumberPool numbers, Limiter limiter) {
    this.stage = stage;
    this.numbers = numbers;
    this.limiter = limiter;
  }

  /** Plays a case, once there are numbers and room for its calls. */
  CaseResult perform(Case of) {
    try {
      List<NumberPool.Lease> leases =
          numbers.take(Numbering.needed(of.scenario()), Numbering.redundant(of.scenario()));
      limiter.begin(Numbering.calls(of.scenario()));
      CaseRun run = new CaseRun(of, stage, leases);
      playing.add(run);
      try {
        return hungUp ? Unplayed.cutOff(of, Instant.now()) : run.run();
      } finally {
        playing.remove(run);
        limiter.end(Numbering.calls(of.scenario()));
        numbers.giveBack(leases);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Unplayed.faulty(of, CaseResult.INTERRUPTED, Instant.now());
    }
  }

  /** Whether everything was hung up, so that nothing further is played. */
  boolean isHungUp() {
    return hungUp;
  }

  /** Ends every case in progress; returns at once. */
  void hangUp() {
    hungUp = true;
    playing.forEach(CaseRun::hangUp);
    limiter.lift();
  }
}
