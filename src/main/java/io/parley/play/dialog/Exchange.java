package io.parley.play.dialog;

import java.util.Optional;

/** One offer and its answer (RFC 3264 §4). Belongs to the case's worker. */
public final class Exchange {
  private final boolean ours;
  private final byte[] offer;
  private final Exchange before;
  private byte[] answer;
  private boolean settled;
  private boolean refused;

  private Exchange(boolean ours, byte[] offer, Exchange before) {
    this.ours = ours;
    this.offer = offer;
    this.before = before;
  }

  /** Nobody has offered yet. */
  static Exchange none() {
    return new Exchange(false, null, null);
  }

  /** Nobody has offered yet in the INVITE that comes after what there was. */
  Exchange open() {
    return new Exchange(false, null, this);
  }

  /** We offer, after what there was. */
  Exchange ours(byte[] offered) {
    return new Exchange(true, offered, this);
  }

  /** They offer, after what there was. */
  Exchange theirs(byte[] offered) {
    return new Exchange(false, offered, this);
  }

  /** The same for another dialog: from here on each goes its own way. */
  Exchange copy() {
    Exchange out = new Exchange(ours, offer, before);
    out.answer = answer;
    out.settled = settled;
    return out;
  }

  /** The offer was refused: what there was before it still holds (RFC 3261 §14.1). */
  void refuse() {
    refused = true;
  }

  /** This one, or if it was refused the last that was not. */
  Exchange standing() {
    return refused && before != null ? before.standing() : this;
  }

  /** Whether the offer is ours. */
  public boolean isOurs() {
    return ours;
  }

  /** Whether nobody has offered yet. */
  public boolean isEmpty() {
    return offer == null;
  }

  /** Whether an offer waits for its answer. */
  public boolean isOpen() {
    return offer != null && answer == null;
  }

  /** Whether an offer waits for an answer that is more than a preview (RFC 3311 §5.1). */
  boolean isOutstanding() {
    return offer != null && !settled;
  }

  /** The offer, if there is one. */
  public Optional<byte[]> offer() {
    return Optional.ofNullable(offer);
  }

  /** The answer, if it was given. */
  public Optional<byte[]> answer() {
    return Optional.ofNullable(answer);
  }

  /** An answer: until it is settled each one replaces the one before it, a preview only. */
  void answered(byte[] body) {
    answer = settled ? answer : body;
  }

  /** The answer, if there is one, crossed reliably: it is the answer (RFC 3262 §5). */
  public void settle() {
    settled |= answer != null;
  }

  /** Whether the answer crossed reliably: what follows it describes nothing any more. */
  public boolean isSettled() {
    return settled;
  }
}
