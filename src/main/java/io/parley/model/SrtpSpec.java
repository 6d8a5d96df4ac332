package io.parley.model;

import java.util.List;

/** How the offered stream is secured. */
public sealed interface SrtpSpec {

  /** Plain RTP: {@code RTP/AVP}, no key lines. */
  record None() implements SrtpSpec {}

  /**
   * SDES (RFC 4568): {@code RTP/SAVP} and one {@code a=crypto} per suite.
   *
   * @param suites crypto-suite names in order, tags from 1; keys of the right length are made
   *     afresh for known suites
   */
  record Sdes(List<String> suites) implements SrtpSpec {}
}
