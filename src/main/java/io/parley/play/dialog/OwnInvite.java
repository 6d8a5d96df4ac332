package io.parley.play.dialog;

import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the last INVITE of one party has come; before there is one, its last request outside a
 * dialog.
 */
public final class OwnInvite {
  private static final Duration ACK_PATIENCE = Duration.ofMillis(300);

  private final boolean raw;
  private SipMessage request;
  private SipMessage refusal;
  private SipMessage contradiction;
  private Instant refusedAt;
  private boolean refusalAcked;
  private boolean provisional;
  private boolean finished;
  private boolean cancelSent;

  OwnInvite(boolean raw) {
    this.raw = raw;
  }

  /** Another one left. */
  void sent(SipMessage next) {
    request = next;
    finished = false;
    refusal = null;
    refusalAcked = false;
    provisional = false;
  }

  /** A provisional response came. */
  void progressed() {
    provisional = true;
  }

  /** A final response came. */
  void ended(SipMessage response, boolean accepted) {
    if (accepted) {
      boolean same = refusal != null && (raw || refusal.cseq().equals(response.cseq()));
      contradiction = same ? refusal : null;
    } else if (response.status().orElse(0) < 700) {
      refusal = response;
      refusedAt = Instant.now();
    }
    finished = true;
  }

  /** The request, if one was sent. */
  Optional<SipMessage> request() {
    return Optional.ofNullable(request);
  }

  /** Whether it is an INVITE. */
  boolean isInvite() {
    return request().filter(r -> r.method().equals("INVITE")).isPresent();
  }

  /** Whether it has a final response. */
  boolean isEnded() {
    return finished;
  }

  /** Whether it has a provisional response. */
  boolean isProgressing() {
    return provisional;
  }

  /** An ACK left: to the refusal, if it is of the INVITE's transaction. */
  public void refusalAcknowledged(SipMessage ack) {
    refusalAcked |=
        request != null
            && ack.cseq().equals(request.cseq())
            && ack.branch().equals(request.branch())
            && (refusal == null || ack.toTag().equals(refusal.toTag()));
  }

  /** The refusal that nobody has acknowledged yet. */
  public Optional<SipMessage> unacknowledgedRefusal() {
    return refusalAcked ? Optional.empty() : Optional.ofNullable(refusal);
  }

  /**
   * The stack acknowledges a refusal on a thread of its own; one it cannot read it never
   * acknowledges.
   */
  boolean awaitsAck() {
    return refusal != null && !refusalAcked && Instant.now().isBefore(refusedAt.plus(ACK_PATIENCE));
  }

  /** The refusal that a 2xx to the same INVITE contradicted. */
  Optional<SipMessage> contradiction() {
    return Optional.ofNullable(contradiction);
  }

  /** Whether a CANCEL may be sent: it is answered provisionally only (RFC 3261 §9.1). */
  public boolean mayCancel() {
    return isInvite() && !finished && provisional && !cancelSent;
  }

  /** A CANCEL is about to leave. */
  public void cancelling() {
    cancelSent = true;
  }

  /** Whether a response is the 487 that our CANCEL asked for (RFC 3261 §9.2). */
  public boolean causedByCancel(SipMessage response) {
    return cancelSent && response.method().equals("INVITE") && response.status().orElse(0) == 487;
  }

  /** Whether a CANCEL of ours did not end it. */
  boolean awaitsEndAfterCancel() {
    return cancelSent && !finished;
  }
}
