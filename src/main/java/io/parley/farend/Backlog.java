package io.parley.farend;

import io.parley.wire.Frame;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * How many messages wait for the one thread of an SBC, by whom they came from. Who sends faster
 * than it works is not read beyond a limit, so that the messages of others do not wait behind a
 * flood: over UDP what is too much is dropped, as a full socket buffer does, and repeated by who
 * means it; a connection is not read from meanwhile. Any thread.
 */
final class Backlog {
  /** Of one sender: less than half a second of work. */
  private static final int MOST_OF_ONE = 2000;

  /** Of all. */
  private static final int MOST = 10_000;

  private static final long PAUSE_NANOS = 1_000_000;

  private final Map<InetSocketAddress, Integer> waiting = new ConcurrentHashMap<>();
  private final Turns turns = new Turns();
  private final AtomicInteger all = new AtomicInteger();
  private final LongAdder dropped = new LongAdder();
  private volatile boolean closed;

  /** Whether a message is to be read at all. */
  boolean admits(Frame frame) {
    boolean stream = frame.flow().transport().isStream();
    while (stream && !hasRoom(frame) && !closed) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    boolean out = hasRoom(frame) && !closed;
    if (!out) {
      dropped.increment();
    }
    return out;
  }

  private boolean hasRoom(Frame frame) {
    return all.get() < MOST && waiting.getOrDefault(frame.flow().remote(), 0) < MOST_OF_ONE;
  }

  /**
   * Takes the work that a message makes, counted until it is done.
   *
   * @return does what is next, which is this or what came before it, or of whom less waits
   */
  Runnable counted(Frame frame, Runnable work) {
    InetSocketAddress from = frame.flow().remote();
    waiting.merge(from, 1, Integer::sum);
    all.incrementAndGet();
    turns.add(from, () -> done(from, work));
    return () -> turns.next().run();
  }

  private void done(InetSocketAddress from, Runnable work) {
    try {
      work.run();
    } finally {
      all.decrementAndGet();
      waiting.computeIfPresent(from, (f, n) -> n == 1 ? null : n - 1);
    }
  }

  /** How many messages were not read. */
  long dropped() {
    return dropped.sum();
  }

  /** Nobody works any more. */
  void close() {
    closed = true;
  }
}
