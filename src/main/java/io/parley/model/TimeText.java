package io.parley.model;

import java.time.Duration;
import java.util.Locale;

/** How long, in words. */
public final class TimeText {
  private TimeText() {}

  /** {@code 500 ms}, {@code 5 s}, {@code 1.5 s}. */
  public static String of(Duration duration) {
    long ms = duration.toMillis();
    if (ms < 1000) {
      return ms + " ms";
    }
    long tenths = Math.round(ms / 100.0);
    return tenths % 10 == 0
        ? tenths / 10 + " s"
        : String.format(Locale.ROOT, "%.1f s", tenths / 10.0);
  }
}
