package io.parley.play.dialog;

import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One dialog of a call, early or confirmed, with its own offers and answers (RFC 3261 §12). A call
 * that nobody forked has one.
 */
public final class Fork {
  private final String tag;
  private final Media media;
  private final Map<Long, SipMessage> acks = new HashMap<>();
  private final Provisionals provisionals = new Provisionals();
  private Dialog dialog;
  private SipMessage accepted;
  private boolean confirmed;
  private boolean byeSent;
  private boolean byeAnswered;
  private boolean byeReceived;
  private boolean awaitingAck;
  private boolean owesAck;
  private boolean ended;

  /**
   * Begins a dialog.
   *
   * @param tag the To tag of the response that makes it
   */
  Fork(String tag, Dialog dialog, Media media) {
    this.tag = tag;
    this.dialog = dialog;
    this.media = media;
  }

  /** The To tag of the response that made it. */
  String tag() {
    return tag;
  }

  /** The dialog as it stands. */
  public Dialog dialog() {
    return dialog;
  }

  /** Its offers and answers. */
  public Media media() {
    return media;
  }

  /** Its reliable provisional responses. */
  public Provisionals provisionals() {
    return provisionals;
  }

  // ---- how it is set up ----

  /** A 2xx to our INVITE came, of which we have not yet acknowledged that. */
  void accepted(SipMessage invite, SipMessage response, long key) {
    if (confirmed) {
      dialog.refreshTarget(response);
    } else {
      dialog = dialog.confirmed(invite, response);
    }
    confirmed = true;
    accepted = invite;
    owesAck |= !acks.containsKey(key);
  }

  /** The INVITE of ours that was accepted last. */
  public Optional<SipMessage> invite() {
    return Optional.ofNullable(accepted);
  }

  /** Our 2xx to their INVITE left. */
  void answered() {
    confirmed = true;
    awaitingAck = true;
  }

  /** Their ACK to our 2xx came. */
  void acknowledged() {
    awaitingAck = false;
  }

  /** Our ACK to their 2xx left. */
  void acked(SipMessage ack, long key) {
    acks.put(key, ack);
    owesAck = false;
  }

  /** The ACK that was sent to that 2xx; each re-INVITE has its own. */
  Optional<SipMessage> ack(long key) {
    return Optional.ofNullable(acks.get(key));
  }

  /** Whether a 2xx to our INVITE waits for our ACK. */
  public boolean owesAck() {
    return owesAck;
  }

  /** Whether our 2xx waits for their ACK. */
  boolean awaitsAck() {
    return awaitingAck;
  }

  // ---- how it ends ----

  /** The INVITE was refused, and so its early dialogs are no more (RFC 3261 §12.3). */
  void refused() {
    ended |= !confirmed;
  }

  void byeSent() {
    byeSent = true;
  }

  void byeAnswered() {
    byeAnswered = true;
  }

  void byeReceived() {
    byeReceived = true;
  }

  /** Whether the call was up on it. */
  public boolean isConfirmed() {
    return confirmed;
  }

  /** Whether requests may be sent in it, early or confirmed; also after a BYE, as scripts may. */
  public boolean isUsable() {
    return !ended;
  }

  /** Whether it was answered and nobody has hung up. */
  public boolean mayHangUp() {
    return confirmed && !byeSent && !byeReceived;
  }

  /** Whether an answered call is over and nothing of it is awaited. */
  boolean isClear() {
    return !confirmed || (byeAnswered || byeReceived) && !awaitingAck;
  }

  /** Whether our BYE has no answer. */
  boolean awaitsByeAnswer() {
    return confirmed && byeSent && !byeAnswered && !byeReceived;
  }
}
