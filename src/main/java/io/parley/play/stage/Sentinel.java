package io.parley.play.stage;

import io.parley.sip.Stalls;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how late this process runs: a thread that wakes fifty times a second and looks at how
 * late it was woken. It sees a busy machine, a process that was stopped and the pauses of the
 * garbage collector, and knows of one that has not ended yet.
 */
public final class Sentinel implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(20);

  private final Stalls stalls = new Stalls();
  private final Thread thread = new Thread(this::watch, "parley-sentinel");
  private volatile Instant due = Instant.now().plus(TICK);
  private volatile boolean closed;

  private Sentinel() {
    thread.setDaemon(true);
  }

  /** One that watches from now on. */
  public static Sentinel watching() {
    Sentinel out = new Sentinel();
    out.thread.start();
    return out;
  }

  private void watch() {
    while (!closed) {
      due = Instant.now().plus(TICK);
      LockSupport.parkNanos(TICK.toNanos());
      stalls.note(due, Instant.now());
    }
  }

  /** When the process was late, up to now. */
  Stalls stalls() {
    if (!closed) {
      stalls.note(due, Instant.now());
    }
    return stalls;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
