package io.parley.model;

import java.util.List;

/** How the offered stream is secured. */
public sealed interface SrtpSpec {

  /** Plain RTP: {@code RTP/AVP}, no key lines. */
  record None() implements SrtpSpec {}

  /**
   * SDES (RFC 4568): {@code RTP/SAVP} and key lines.
   *
   * @param lines the {@code a=crypto} lines in order
   */
  record Sdes(List<CryptoSpec> lines) implements SrtpSpec {

    /** One good line for each suite. */
    public static Sdes of(List<String> suites) {
      return new Sdes(suites.stream().map(CryptoSpec::of).toList());
    }
  }

  /**
   * DTLS-SRTP (RFC 5763): {@code UDP/TLS/RTP/SAVP}, {@code a=fingerprint} and {@code a=setup}.
   *
   * @param dtls fingerprint and role
   * @param sdes key lines beside them; empty = DTLS alone
   */
  record Dtls(DtlsSpec dtls, List<CryptoSpec> sdes) implements SrtpSpec {}

  /** The SDES key lines, whatever else there is. */
  default List<CryptoSpec> keys() {
    if (this instanceof Sdes s) {
      return s.lines();
    }
    return this instanceof Dtls d ? d.sdes() : List.of();
  }

  /** The suites of the key lines in order. */
  default List<String> suites() {
    return keys().stream().map(CryptoSpec::suite).toList();
  }
}
