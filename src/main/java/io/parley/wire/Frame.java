package io.parley.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * One message as it crossed the wire: a UDP datagram, or one message cut from a stream.
 *
 * @param time when our socket took or gave it
 * @param way towards us or from us
 * @param flow the two ends
 * @param bytes exactly as on the wire; not to be changed
 * @param session what TLS agreed on below it; empty = no TLS
 */
public record Frame(Instant time, Way way, Flow flow, byte[] bytes, Optional<TlsSession> session) {

  /** A message without TLS below it. */
  public Frame(Instant time, Way way, Flow flow, byte[] bytes) {
    this(time, way, flow, bytes, Optional.empty());
  }

  /** The same frame with other bytes. */
  public Frame with(byte[] other) {
    return new Frame(time, way, flow, other, session);
  }

  /** Which way it went. */
  public enum Way {
    IN,
    OUT
  }
}
