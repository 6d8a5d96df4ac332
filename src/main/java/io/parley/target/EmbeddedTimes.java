package io.parley.target;

import io.parley.farend.SbcSettings;
import java.time.Duration;

/**
 * The times an embedded SBC keeps.
 *
 * @param t1 its estimate of a round trip (RFC 3261 §17.1.1.1): by it everything is repeated and
 *     given up
 * @param patience how long its far end may stay silent before the caller gets 408
 */
record EmbeddedTimes(Duration t1, Duration patience) {
  /** The RFC's T1, and 10 s. */
  static final EmbeddedTimes USUAL =
      new EmbeddedTimes(Duration.ofMillis(500), Duration.ofSeconds(10));

  /** The settings with these times. */
  SbcSettings in(SbcSettings settings) {
    return settings.withTimes(patience, t1);
  }
}
