package io.parley.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Says whether further cases may start; once thrown it stays thrown, the first reason stands. */
public final class StopSwitch {
  private static final String INTERRUPTED = "the run was interrupted";

  private final AtomicReference<String> reason = new AtomicReference<>();
  private volatile boolean interrupted;

  /** Stops because the user asked for it. */
  public void interrupt() {
    interrupted = true;
    reason.compareAndSet(null, INTERRUPTED);
  }

  /**
   * Stops for another reason.
   *
   * @param why ends the sentence "not played: …"
   */
  public void stop(String why) {
    reason.compareAndSet(null, why);
  }

  /** Why no further case starts; empty = go on. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason.get());
  }

  /** Whether the user interrupted the run. */
  public boolean interrupted() {
    return interrupted;
  }
}
