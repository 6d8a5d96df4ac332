package io.parley.play;

import java.util.Optional;

/** One offer and its answer (RFC 3264 §4). Belongs to the case's worker. */
final class Exchange {
  private final boolean ours;
  private final byte[] offer;
  private byte[] answer;
  private boolean settled;

  private Exchange(boolean ours, byte[] offer, byte[] answer, boolean settled) {
    this.ours = ours;
    this.offer = offer;
    this.answer = answer;
    this.settled = settled;
  }

  /** Nobody has offered yet. */
  static Exchange none() {
    return new Exchange(false, null, null, false);
  }

  /** We offered. */
  static Exchange ours(byte[] offer) {
    return new Exchange(true, offer, null, false);
  }

  /** They offered. */
  static Exchange theirs(byte[] offer) {
    return new Exchange(false, offer, null, false);
  }

  /** The same for another dialog: from here on each goes its own way. */
  Exchange copy() {
    return new Exchange(ours, offer, answer, settled);
  }

  /** Whether the offer is ours. */
  boolean isOurs() {
    return ours;
  }

  /** Whether nobody has offered yet. */
  boolean isEmpty() {
    return offer == null;
  }

  /** Whether an offer waits for its answer. */
  boolean isOpen() {
    return offer != null && answer == null;
  }

  Optional<byte[]> offer() {
    return Optional.ofNullable(offer);
  }

  Optional<byte[]> answer() {
    return Optional.ofNullable(answer);
  }

  /**
   * The answer: until it is settled each one replaces the one before it, which was a preview only.
   *
   * @param reliably whether it crossed reliably, so that it is the answer (RFC 3262 §5)
   */
  void answered(byte[] body, boolean reliably) {
    answer = settled ? answer : body;
    settled |= reliably;
  }

  /** Whether the answer crossed reliably: what follows it describes nothing any more. */
  boolean isSettled() {
    return settled;
  }
}
