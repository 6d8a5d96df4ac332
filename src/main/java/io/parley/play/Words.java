package io.parley.play;

import java.time.Duration;
import java.util.Locale;

/** Quantities in words. */
final class Words {
  private Words() {}

  /** {@code 500 ms}, {@code 5 s}, {@code 1.5 s}. */
  static String of(Duration duration) {
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
