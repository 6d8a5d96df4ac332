package io.parley.play.stage;

import io.parley.target.Target;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds the run to the target's limits: concurrent calls and new calls each second. */
public final class Limiter {
  private final Semaphore calls;
  private final int most;
  private final long gapNanos;
  private final CountDownLatch lifted = new CountDownLatch(1);
  private long nextStart = System.nanoTime();

  /** Keeps those limits, for all workers together. */
  public Limiter(Target.Limits limits) {
    most = Math.max(1, limits.calls());
    calls = new Semaphore(most, true);
    gapNanos = limits.ratePerSecond() > 0 ? (long) (1e9 / limits.ratePerSecond()) : 0;
  }

  /** Why a case with so many calls at once is not played; empty = it may be. */
  public Optional<String> objection(int many) {
    return many > most
        ? Optional.of("makes " + many + " calls, and limits.calls of the target is " + most)
        : Optional.empty();
  }

  /** Waits until so many more calls may start. */
  public void begin(int many) throws InterruptedException {
    calls.acquire(many);
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
  public void lift() {
    lifted.countDown();
    calls.release(Short.MAX_VALUE);
  }

  /** So many calls are over. */
  public void end(int many) {
    calls.release(many);
  }
}
