package io.parley.run;

import io.parley.result.CaseResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Says whether further cases may start; once thrown it stays thrown, the first reason stands. */
public final class StopSwitch {
  private final AtomicReference<String> reason = new AtomicReference<>();
  private final Object lock = new Object();
  private Runnable whenInterrupted;
  private volatile boolean interrupted;

  /**
   * Marks the moment from which an interruption has something to save.
   *
   * @param hangUp ends the calls that are up; called at most once, on the thread that interrupts
   */
  void arm(Runnable hangUp) {
    synchronized (lock) {
      whenInterrupted = hangUp;
    }
  }

  /**
   * Stops because the user asked for it.
   *
   * @return whether the run will come to its own end; false = it has not begun, and nothing is lost
   *     by ending at once
   */
  public boolean interrupt() {
    interrupted = true;
    reason.compareAndSet(null, CaseResult.INTERRUPTED);
    Runnable hangUp;
    synchronized (lock) {
      hangUp = whenInterrupted;
    }
    if (hangUp == null) {
      return false;
    }
    hangUp.run();
    return true;
  }

  /**
   * Stops for another reason.
   *
   * @param why ends the sentence "not played: …"
   */
  void stop(String why) {
    reason.compareAndSet(null, why);
  }

  /** Why no further case starts; empty = go on. */
  Optional<String> reason() {
    return Optional.ofNullable(reason.get());
  }

  /** Whether the user interrupted the run. */
  public boolean interrupted() {
    return interrupted;
  }
}
