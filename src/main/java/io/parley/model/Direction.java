package io.parley.model;

/** Media direction of a stream (RFC 8866 §6.7). */
public enum Direction {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  /** The attribute name in SDP. */
  public String attribute() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
