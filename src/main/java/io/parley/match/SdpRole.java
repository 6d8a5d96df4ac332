package io.parley.match;

/** What an SDP is in the exchange (RFC 3264 §4), as the one who follows the call knows. */
public enum SdpRole {
  OFFER,
  ANSWER,
  /** Not followed; both checks apply. */
  UNKNOWN;

  /** {@code offer} or {@code answer}. */
  String words() {
    return this == ANSWER ? "answer" : "offer";
  }
}
