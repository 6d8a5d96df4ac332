package io.parley.sip;

import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A timer with one daemon thread that takes down when it did something later than it was due, so
 * that nobody holds it against the other side. A cancelled task is dropped at once.
 */
public final class WatchedTimer extends ScheduledThreadPoolExecutor {
  private final Stalls stalls;

  /** Its thread has that name; it starts with the first task. */
  public WatchedTimer(String thread) {
    this(thread, Stalls.ofTimers());
  }

  WatchedTimer(String thread, Stalls stalls) {
    super(
        1,
        task -> {
          Thread out = new Thread(task, thread);
          out.setDaemon(true);
          return out;
        });
    this.stalls = stalls;
    setRemoveOnCancelPolicy(true);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    if (task instanceof Delayed due) {
      Instant now = Instant.now();
      stalls.note(now.plusNanos(due.getDelay(TimeUnit.NANOSECONDS)), now);
    }
    super.beforeExecute(thread, task);
  }
}
