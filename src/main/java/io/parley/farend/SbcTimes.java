package io.parley.farend;

import java.time.Duration;
import java.util.Optional;

/**
 * The times an SBC keeps.
 *
 * @param t1 its estimate of a round trip (RFC 3261 §17.1.1.1): by it everything is repeated and
 *     given up
 * @param patience how long its far end may stay silent before the caller gets 408
 * @param unacknowledged how long an answer is repeated that nobody acknowledges, before the call
 *     ends; 64 T1 by RFC 3261 §13.3.1.4
 * @param session how it keeps sessions alive
 */
public record SbcTimes(
    Duration t1, Duration patience, Duration unacknowledged, SessionPolicy session) {
  private static final int RFC_TRIES = 64;

  /** The RFC's T1; silence and missing acknowledgements are given up after 5 s, as in a lab. */
  public static final SbcTimes USUAL =
      new SbcTimes(
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          SessionPolicy.WHEN_ASKED);

  /**
   * Those of a lab whose far end is scripted: a session that a caller should refresh and does not
   * is over after 6 s, however long it was to be, since no interval that a profile takes is shorter
   * than 90 s.
   */
  public static final SbcTimes LAB =
      USUAL.with(
          new SessionPolicy(
              Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(6))));

  /** Another T1, and 64 of these for an acknowledgement. */
  public static SbcTimes of(Duration t1, Duration patience) {
    return new SbcTimes(t1, patience, t1.multipliedBy(RFC_TRIES), SessionPolicy.WHEN_ASKED);
  }

  /** The same that keeps sessions alive so. */
  public SbcTimes with(SessionPolicy policy) {
    return new SbcTimes(t1, patience, unacknowledged, policy);
  }

  /** 64 T1: how long a transaction is waited for. */
  Duration longest() {
    return t1.multipliedBy(RFC_TRIES);
  }
}
