package io.parley.wire;

import java.time.Duration;
import java.util.Optional;

/** How far a connection has come, and what of it takes too long. Any thread. */
final class StreamProgress {
  private final boolean accepted;
  private final long since = System.nanoTime();
  private volatile StreamFramer framer;
  private volatile boolean heard;
  private volatile long last = since;
  private volatile long writingSince;

  /**
   * A connection that begins.
   *
   * @param accepted whether the other side made it
   */
  StreamProgress(boolean accepted) {
    this.accepted = accepted;
  }

  boolean isAccepted() {
    return accepted;
  }

  /** What came before the first byte is done. */
  void reading(StreamFramer with) {
    framer = with;
  }

  /** A whole message came. */
  void heard() {
    heard = true;
    alive();
  }

  /** A message or a keep-alive came. */
  void alive() {
    last = System.nanoTime();
  }

  boolean isHeard() {
    return heard;
  }

  void writing() {
    writingSince = System.nanoTime() | 1; // never 0, which stands for no write
  }

  void written() {
    writingSince = 0;
  }

  boolean isWriting() {
    return writingSince != 0;
  }

  /** How long ago anything came, in nanoseconds; where nothing did, how long it has been. */
  long idle() {
    return System.nanoTime() - last;
  }

  /** What takes too long; empty = nothing does. */
  Optional<String> overdue(StreamLimits limits) {
    if (isLonger(writingSince, limits.stuck())) {
      return Optional.of("it takes nothing");
    }
    if (!accepted) {
      return Optional.empty();
    }
    StreamFramer reading = framer;
    if (reading == null) {
      return late(since, limits.handshake(), "no TLS handshake");
    }
    return late(reading.begun(), limits.half(), "no whole message")
        .or(() -> heard ? Optional.empty() : late(since, limits.silent(), "no message"));
  }

  private static Optional<String> late(long start, Duration limit, String what) {
    return isLonger(start, limit)
        ? Optional.of(what + " within " + limit.toSeconds() + " s")
        : Optional.empty();
  }

  private static boolean isLonger(long start, Duration limit) {
    return start != 0 && System.nanoTime() - start > limit.toNanos();
  }
}
