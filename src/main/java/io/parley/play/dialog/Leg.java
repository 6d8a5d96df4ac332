package io.parley.play.dialog;

import io.parley.sdp.MediaPlace;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import java.util.List;
import java.util.Optional;

/**
 * How far one party's call has come: what was sent, what came back, which dialogs there are, what
 * is still owed. Knows no socket.
 */
public final class Leg {
  private final boolean raw;
  private final OwnRequests own;
  private final TheirRequests their = new TheirRequests();
  private final Forks forks;
  private final Offers offers = new Offers();
  private final OwnResponses responses;
  private final Inbox inbox;
  private boolean releasing;
  private String releasedHow = "";

  /** A call not yet begun, on the raw lane or not, with its media there. */
  public Leg(boolean raw, MediaPlace place) {
    this.raw = raw;
    this.own = new OwnRequests(raw);
    this.forks = new Forks(new Media(place));
    this.responses = new OwnResponses(their, forks, offers);
    this.inbox = new Inbox(this);
  }

  /** What we asked. */
  public OwnRequests own() {
    return own;
  }

  /** What the other side asked. */
  public TheirRequests their() {
    return their;
  }

  /** The dialogs. */
  public Forks forks() {
    return forks;
  }

  /** What was offered and answered. */
  public Offers offers() {
    return offers;
  }

  /** What its descriptions say of ICE. */
  public CallIce ice() {
    return new CallIce(this);
  }

  // ---- what we sent ----

  /** A request of ours is about to leave. */
  public void sent(SipMessage request) {
    if (request.method().equals("INVITE") && request.toTag().isEmpty()) {
      forks.begin();
    }
    own.sent(request, forks.current().isPresent());
    Optional<Fork> fork = forks.of(request);
    offers.sent(request, fork.map(Fork::media).orElseGet(forks::media));
    if (request.method().equals("BYE")) {
      fork.or(forks::current).ifPresent(Fork::byeSent);
    }
  }

  /** An ACK of ours to a 2xx left. */
  public void acked(Fork fork, SipMessage ack) {
    fork.acked(ack, key(ack));
  }

  /** The ACK that was sent to a 2xx. */
  public Optional<SipMessage> ackTo(SipMessage response) {
    return forks.from(response).flatMap(f -> f.ack(key(response)));
  }

  /** Which INVITE of a dialog; on the raw lane a mirrored CSeq may say anything. */
  long key(SipMessage message) {
    return raw ? 0 : message.cseq().orElse(0);
  }

  /** Whether a response is of the call's own dialog, and not of another fork's (§13.2.2.4). */
  public boolean owns(SipMessage response) {
    String tag = response.toTag().orElse("");
    return forks.confirmed().map(f -> f.dialog().remoteTag().equals(tag)).orElse(true);
  }

  /** Whether a 2xx is another fork's: it is taken and ended at once, and is nobody's fault. */
  public boolean isOtherFork(SipMessage response) {
    return response.status().orElse(0) / 100 == 2 && !owns(response);
  }

  /** The clean-up hangs up. */
  public void hangingUp() {
    releasing = true;
    releasedHow = "had to send BYE";
  }

  /** The clean-up refuses their call, since nobody cancelled it. */
  public void refusing() {
    releasing = true;
    releasedHow = "had to refuse with 480";
  }

  /** A response of ours to their request left. */
  public void responded(Arrival request, SipMessage response) {
    responses.sent(request, response);
  }

  // ---- what arrived ----

  /** Takes notice of a message. */
  public void received(Arrival arrival, boolean again) {
    inbox.received(arrival, again);
  }

  /** Whether a PRACK that came is for a response of ours, which is acknowledged then. */
  public boolean acknowledges(SipMessage prack) {
    return forks.from(prack).map(f -> f.provisionals().acknowledges(prack)).orElse(false);
  }

  /** Whether that one was. */
  public boolean wasAcknowledged(SipMessage prack) {
    return forks.from(prack).map(f -> f.provisionals().wasAcknowledged(prack)).orElse(false);
  }

  // ---- what follows from it ----

  /** Our place in the offers and answers of the call's own dialog. */
  public Media media() {
    return forks.media();
  }

  /** The offer of theirs that is the last one of the call. */
  public Optional<byte[]> offerReceived() {
    Exchange last = media().latest();
    return last.isOurs() ? Optional.empty() : last.offer();
  }

  /** The dialog of the call, early or confirmed. */
  public Optional<Dialog> dialog() {
    return forks.current().map(Fork::dialog);
  }

  /** All that arrived, in order, retransmissions left out. */
  public List<SipMessage> received() {
    return inbox.messages();
  }

  /** How the call came to us; empty where we made it. */
  public Optional<Flow> flow() {
    return their.incoming().map(a -> a.frame().flow());
  }

  /** Whether the call is up, or was. */
  public boolean isAnswered() {
    return forks.confirmed().isPresent();
  }

  /** Whether nothing of the call is up any more, as far as can be told. */
  public boolean isClear() {
    if (isAnswered()) {
      return forks.all().stream().allMatch(Fork::isClear);
    }
    return their.incoming().isPresent() ? their.isAnswered() : own.isClear();
  }

  /** What the target still owes at the end, the gravest first; empty = nothing. */
  public Optional<Debt> debt(String name, boolean caller) {
    if (own.lastInvite().contradiction().isPresent()) {
      return Optional.of(new Debt.SecondFinal(own.lastInvite().contradiction().get().startLine()));
    }
    if (forks.all().stream().anyMatch(Fork::awaitsAck)) {
      return Optional.of(new Debt.Ack(name));
    }
    if (forks.all().stream().anyMatch(Fork::awaitsByeAnswer)) {
      return Optional.of(new Debt.AnswerToBye(name));
    }
    if (!caller && releasing) {
      return Optional.of(new Debt.Release(name, releasedHow));
    }
    return own.lastInvite().awaitsEndAfterCancel()
        ? Optional.of(new Debt.EndAfterCancel())
        : Optional.empty();
  }
}
