package io.parley.model;

/** ICE in an offer (RFC 8445, RFC 8839). */
public enum IceSpec {
  /** No ICE lines. */
  NONE,
  /**
   * {@code a=ice-lite}, credentials and exactly one host candidate, equal to the default address.
   */
  LITE
}
