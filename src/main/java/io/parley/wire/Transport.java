package io.parley.wire;

/** A transport protocol for SIP. */
public enum Transport {
  UDP,
  TCP,
  TLS;

  /** The lower-case name, as in a URI parameter. */
  public String parameter() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether it is a byte stream that needs framing by Content-Length (RFC 3261 §18.3). */
  public boolean isStream() {
    return this != UDP;
  }
}
