package io.parley.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Times as they are read in a trace. */
final class Offset {
  private Offset() {}

  /** Seconds since the first message with milliseconds: {@code +0.043}. */
  static String of(Instant first, Instant time) {
    return String.format(Locale.ROOT, "%+.3f", Duration.between(first, time).toNanos() / 1e9);
  }

  /** A duration for people: {@code 41 ms}, {@code 2.5 s}. */
  static String words(Instant from, Instant to) {
    long ms = Duration.between(from, to).toMillis();
    return ms < 1000 ? ms + " ms" : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
  }

  /** Seconds with milliseconds, for XML and JSON: {@code 0.043}. */
  static String seconds(Instant from, Instant to) {
    return String.format(Locale.ROOT, "%.3f", Duration.between(from, to).toNanos() / 1e9);
  }
}
