package io.parley.wire;

import java.time.Instant;

/**
 * One message as it crossed the wire: a UDP datagram, or one message cut from a stream.
 *
 * @param time when our socket took or gave it
 * @param way towards us or from us
 * @param flow the two ends
 * @param bytes exactly as on the wire; not to be changed
 */
public record Frame(Instant time, Way way, Flow flow, byte[] bytes) {

  /** Which way it went. */
  public enum Way {
    IN,
    OUT
  }
}
