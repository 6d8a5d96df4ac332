package io.parley.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whoever shows and writes what happens while calls are served: the threads of the sockets tell it
 * through one queue, what cannot be told in time is counted and left out.
 *
 * @param <E> what can happen
 */
final class Attendance<E> {
  private static final int QUEUE = 20_000;
  private static final int BATCH = 200;
  private static final long WAIT_MILLIS = 100;

  /** How long calls that are hung up at the end may take to say so. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final BlockingQueue<E> events = new ArrayBlockingQueue<>(QUEUE);
  private final LongAdder lost = new LongAdder();
  private final StopSwitch stop;

  /**
   * An attendance.
   *
   * @param stop thrown where the thread that attends is interrupted
   */
  Attendance(StopSwitch stop) {
    this.stop = stop;
  }

  /** Something happened; called on any thread, never waits. */
  void happened(E event) {
    if (!events.offer(event)) {
      lost.increment();
    }
  }

  /** How many events nobody had the time to take. */
  long lost() {
    return lost.sum();
  }

  /** One turn: waits a moment for something to happen, takes what has, then looks around. */
  void turn(Consumer<E> take, Consumer<Instant> lookAround) {
    try {
      E first = events.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        take.accept(first);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.stop("interrupted");
    }
    takeWaiting(take);
    lookAround.accept(Instant.now());
  }

  /** Turns until the calls that were hung up have said so, for a few seconds at most. */
  void farewell(BooleanSupplier busy, Runnable turn) {
    Instant latest = Instant.now().plus(FAREWELL);
    while (busy.getAsBoolean() && Instant.now().isBefore(latest)) {
      turn.run();
    }
  }

  /** Takes all that is left; nothing more happens. */
  void takeAll(Consumer<E> take) {
    while (!events.isEmpty()) {
      takeWaiting(take);
    }
  }

  private void takeWaiting(Consumer<E> take) {
    List<E> batch = new ArrayList<>();
    events.drainTo(batch, BATCH);
    batch.forEach(take);
  }
}
