package io.parley.play;

import io.parley.target.Target;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds the run to the target's limits: concurrent calls and new calls each second. */
final class Limiter {
  private final Semaphore calls;
  private final long gapNanos;
  private final CountDownLatch lifted = new CountDownLatch(1);
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
    lifted.await(wait, TimeUnit.NANOSECONDS);
  }

  /** Lets everybody through: the run ends and whoever waits makes no call any more. */
  void lift() {
    lifted.countDown();
    calls.release(Short.MAX_VALUE);
  }

  /** One call is over. */
  void end() {
    calls.release();
  }
}
