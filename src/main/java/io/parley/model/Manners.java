package io.parley.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What a scripted user agent does without a step that says so.
 *
 * @param ack how long after a final response to its INVITE it acknowledges that; empty = never
 * @param trying whether it answers an INVITE with 100 by itself (RFC 3261 §17.2.1)
 * @param pracks whether it acknowledges reliable provisional responses by itself (RFC 3262 §4)
 */
public record Manners(Optional<Duration> ack, boolean trying, boolean pracks) {
  /** What RFC 3261 asks of a user agent: all of it, at once. */
  public static final Manners USUAL = new Manners(Optional.of(Duration.ZERO), true, true);

  /** Whether the transaction layer acknowledges a refusal itself, at once. */
  public boolean acknowledgesAtOnce() {
    return ack.filter(Duration::isZero).isPresent();
  }
}
