package io.parley.sip.jain;

/** Where the answers to a request that came over UDP go. */
public enum ResponsePath {
  /** To the source address, at the port that the Via names (RFC 3261 §18.2.2). */
  VIA,

  /**
   * To where the request came from, as if every Via asked for it with {@code rport} (RFC 3581 §4):
   * what an SBC does for clients behind a NAT (RFC 5853 §3.4).
   */
  SOURCE
}
