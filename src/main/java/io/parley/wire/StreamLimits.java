package io.parley.wire;

import java.time.Duration;

/**
 * What one port grants to those who connect to it, so that none of them can take what the others
 * need: threads, file descriptors, memory, and whoever sends.
 *
 * @param connections how many may be open; one more takes the place of the oldest that has said
 *     nothing, or has been idle for as long as that may be silent, and is closed where there is
 *     none
 * @param handshake how long a TLS handshake may take from the first byte to the last
 * @param silent how long a connection that came in may be open without one whole message
 * @param half how long a message may take from its first byte to its last
 * @param stuck how long a write may wait for a peer that takes nothing
 * @param bytes what all connections together may hold of messages that are not whole, beyond the
 *     first buffer of each
 */
record StreamLimits(
    int connections,
    Duration handshake,
    Duration silent,
    Duration half,
    Duration stuck,
    long bytes) {

  /** Longer than any timer of RFC 3261 (64 × T1), and room for a thousand phones. */
  static final StreamLimits USUAL =
      new StreamLimits(
          1000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(64),
          Duration.ofSeconds(32),
          Duration.ofSeconds(1),
          64L << 20);
}
