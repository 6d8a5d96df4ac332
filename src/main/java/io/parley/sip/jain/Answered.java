package io.parley.sip.jain;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Requests that have their final response, remembered for their repetitions (RFC 3261 §17.2.1 timer
 * H, §17.2.2 timer J); of too many the oldest not as long, so that a flood cannot fill the memory.
 */
final class Answered {
  /** A hundred calls a second for half a minute, with three requests each. */
  static final int MOST = 10_000;

  private final ScheduledExecutorService timer;
  private final long nanos;
  private final Consumer<ServerSide> due;
  private final Consumer<ServerSide> early;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private boolean waiting;

  private record Entry(ServerSide side, long until) {}

  /**
   * Remembers nothing yet.
   *
   * @param lasting how long each is remembered
   * @param due told when that time is over
   * @param early told of one that has to go before
   */
  Answered(
      ScheduledExecutorService timer,
      Duration lasting,
      Consumer<ServerSide> due,
      Consumer<ServerSide> early) {
    this.timer = timer;
    this.nanos = lasting.toNanos();
    this.due = due;
    this.early = early;
  }

  /** A final response to it left. */
  void add(ServerSide side) {
    Entry oldest = null;
    synchronized (this) {
      entries.addLast(new Entry(side, System.nanoTime() + nanos));
      if (entries.size() > MOST) {
        oldest = entries.removeFirst();
      }
      await();
    }
    if (oldest != null) {
      early.accept(oldest.side());
    }
  }

  /** One task for all of them: they come in the order in which they go. */
  private void await() {
    if (waiting || entries.isEmpty()) {
      return;
    }
    long wait = Math.max(0, entries.peekFirst().until() - System.nanoTime());
    try {
      timer.schedule(this::expire, wait, TimeUnit.NANOSECONDS);
      waiting = true;
    } catch (RejectedExecutionException e) {
      entries.clear(); // the endpoint is closed
    }
  }

  private void expire() {
    for (Entry e = next(); e != null; e = next()) {
      due.accept(e.side());
    }
    synchronized (this) {
      waiting = false;
      await();
    }
  }

  private synchronized Entry next() {
    Entry first = entries.peekFirst();
    return first != null && first.until() - System.nanoTime() <= 0 ? entries.removeFirst() : null;
  }
}
