package io.parley.phone;

import java.util.Locale;

/** A transport of SIP. */
public enum TransportWord {
  /** UDP. */
  UDP,
  /** TCP. */
  TCP,
  /** TLS over TCP. */
  TLS;

  /** As files and URIs have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
