package io.parley.phone;

/** How a phone offers SRTP that need not be taken, for which there is no one standard. */
public enum OptionalSrtp {
  /** One stream, {@code RTP/AVP} with {@code a=crypto} lines, against RFC 4568 §3.1.1. */
  CRYPTO_IN_AVP,
  /** Two streams, {@code RTP/SAVP} before {@code RTP/AVP}, of which one is to be taken. */
  TWO_STREAMS
}
