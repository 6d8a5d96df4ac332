package io.parley.sip;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends something again and again, at doubling intervals, until it is stopped or the time is over
 * (RFC 3261 §17.1.1.2 timers A and B, §13.3.1.4, §17.2.1 timers G and H).
 */
public final class Retransmission {
  private final ScheduledExecutorService timer;
  private final Duration cap;
  private final Runnable again;
  private final Runnable gaveUp;
  private final long deadline;
  private long interval;
  private long due;
  private Future<?> next;
  private boolean stopped;

  private Retransmission(
      ScheduledExecutorService timer, Duration t1, Duration cap, Runnable again, Runnable gaveUp) {
    this.timer = timer;
    this.cap = cap;
    this.again = again;
    this.gaveUp = gaveUp;
    this.interval = t1.toNanos();
    this.due = System.nanoTime();
    this.deadline = due + 64 * t1.toNanos();
  }

  /**
   * Starts; the first copy is the caller's, the second leaves after {@code t1}.
   *
   * @param timer runs the copies
   * @param t1 the first interval; the end comes after 64 of them
   * @param cap the longest interval (T2), or a longer one than 64 × T1 for none
   * @param again sends a copy
   * @param gaveUp told when the time is over
   */
  public static Retransmission start(
      ScheduledExecutorService timer, Duration t1, Duration cap, Runnable again, Runnable gaveUp) {
    Retransmission out = new Retransmission(timer, t1, cap, again, gaveUp);
    out.schedule();
    return out;
  }

  private synchronized void schedule() {
    if (stopped) {
      return;
    }
    due = due + interval - deadline < 0 ? due + interval : deadline;
    long wait = due - System.nanoTime();
    interval = Math.min(interval * 2, cap.toNanos());
    try {
      next = timer.schedule(this::fire, Math.max(0, wait), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      stopped = true; // the endpoint is closed: nothing leaves any more
    }
  }

  private void fire() {
    if (isStopped()) {
      return;
    }
    if (due == deadline) {
      stop();
      gaveUp.run();
      return;
    }
    again.run();
    schedule();
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Stops it; no copy starts to leave after this. */
  public synchronized void stop() {
    stopped = true;
    if (next != null) {
      next.cancel(false);
    }
  }
}
