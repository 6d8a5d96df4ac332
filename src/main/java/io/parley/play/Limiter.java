package io.parley.play;

import io.parley.target.Target;
import java.util.concurrent.Semaphore;

/** Holds the run to the target's limits: concurrent calls and new calls each second. */
final class Limiter {
  private final Semaphore calls;
  private final long gapNanos;
  private long nextStart = System.nanoTime();

  Limiter(Target.Limits limits) {
    calls = new Semaphore(Math.max(1, limits.calls()), true);
    gapNanos = limits.ratePerSecond() > 0 ? (long) (1e9 / limits.ratePerSecond()) : 0;
  }

  /** Waits until one more call may start. */
  void begin() throws InterruptedException {
    calls.acquire();
    if (gapNanos == 0) {
      return;
    }
    long wait;
    synchronized (this) {
      long now = System.nanoTime();
      wait = Math.max(0, nextStart - now);
      nextStart = Math.max(now, nextStart) + gapNanos;
    }
    if (wait > 0) {
      java.util.concurrent.TimeUnit.NANOSECONDS.sleep(wait);
    }
  }

  /** One call is over. */
  void end() {
    calls.release();
  }
}
