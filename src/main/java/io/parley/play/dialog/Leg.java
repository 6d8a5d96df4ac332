package io.parley.play.dialog;

import io.parley.sdp.MediaPlace;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.Reliable;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import java.util.ArrayList;
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
  private final List<SipMessage> received = new ArrayList<>();
  private final Offers offers = new Offers();
  private boolean releasing;
  private String releasedHow = "";

  /** A call not yet begun, on the raw lane or not, with its media there. */
  public Leg(boolean raw, MediaPlace place) {
    this.raw = raw;
    this.own = new OwnRequests(raw);
    this.forks = new Forks(new Media(place));
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
  private long key(SipMessage message) {
    return raw ? 0 : message.cseq().orElse(0);
  }

  /** Whether a response is of the call's own dialog, and not of another fork's (§13.2.2.4). */
  public boolean owns(SipMessage response) {
    String tag = response.toTag().orElse("");
    return forks.confirmed().map(f -> f.dialog().remoteTag().equals(tag)).orElse(true);
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
    int status = response.status().orElse(0);
    SipMessage asked = request.message();
    their.responded(request, status);
    boolean initial = asked.method().equals("INVITE") && forks.from(asked).isEmpty();
    if (initial && status >= 300) {
      forks.refused();
    } else if (initial && status > 100) {
      String tag = response.toTag().orElse("");
      Fork fork = forks.made(tag, () -> Dialog.uas(asked, response));
      if (status >= 200) {
        fork.answered();
      }
    } else if (status / 100 == 2) {
      forks.from(asked).ifPresent(f -> refreshed(f, asked));
    }
    settle(asked, response);
  }

  private void settle(SipMessage asked, SipMessage response) {
    int status = response.status().orElse(0);
    if (status >= 300) {
      offers.refused(asked);
      return;
    }
    boolean initial = asked.toTag().isEmpty();
    Optional<Fork> fork = initial ? forks.tagged(response.toTag().orElse("")) : forks.from(asked);
    Optional<Reliable> reliable = Reliable.of(response);
    reliable.ifPresent(r -> fork.ifPresent(f -> f.provisionals().sent(r)));
    if (status >= 200 || reliable.isPresent()) {
      boolean invite = asked.method().equals("INVITE");
      fork.map(Fork::media)
          .map(m -> invite ? m.ofInvite() : m.standing())
          .filter(e -> !e.isOurs())
          .ifPresent(Exchange::settle);
    }
  }

  /** RFC 3261 §12.2.2, §14.2 and RFC 3311 §5.2. */
  private static void refreshed(Fork fork, SipMessage request) {
    if (request.method().equals("INVITE")) {
      fork.answered();
    }
    if (request.method().equals("INVITE") || request.method().equals("UPDATE")) {
      fork.dialog().refreshTarget(request);
    }
  }

  // ---- what arrived ----

  /** Takes notice of a message. */
  public void received(Arrival arrival, boolean again) {
    SipMessage message = arrival.message();
    if (!again) {
      received.add(message);
    }
    if (message.isResponse()) {
      response(message);
    } else if (!again) {
      request(arrival);
    }
    if (!again) {
      offers.received(message, forks.mediaOf(message));
    }
  }

  private void response(SipMessage message) {
    boolean accepted = own.accepts(message);
    int status = message.status().orElse(0);
    own.answered(message);
    if (status >= 300) {
      own.requestOf(message).ifPresent(offers::refused);
    }
    if (accepted) {
      accepted(message);
    } else if (own.isInviting() && own.answersInvite(message) && status > 100 && status < 200) {
      SipMessage invite = own.invite().orElseThrow();
      message.toTag().ifPresent(t -> forks.made(t, () -> Dialog.uac(invite, message)));
    } else if (own.answersInvite(message) && status >= 300) {
      forks.refused();
    } else if (message.method().equals("BYE") && status >= 200) {
      forks.from(message).ifPresent(Fork::byeAnswered);
    } else if (message.method().equals("UPDATE") && status / 100 == 2) {
      forks.from(message).ifPresent(f -> f.dialog().refreshTarget(message));
    }
  }

  private void accepted(SipMessage response) {
    SipMessage invite = own.requestOf(response).or(own::invite).orElseThrow();
    Fork known = forks.from(response).orElse(null);
    String tag = response.toTag().orElse("");
    Fork fork = known != null ? known : forks.made(tag, () -> Dialog.uac(invite, response));
    fork.accepted(invite, response, key(response));
    forks.made(fork.tag(), fork::dialog);
  }

  private void request(Arrival arrival) {
    SipMessage request = arrival.message();
    boolean initial = request.method().equals("INVITE") && request.toTag().isEmpty();
    if (initial && forks.confirmed().isEmpty()) {
      forks.begin();
    }
    Optional<Fork> fork = forks.from(request).or(forks::current);
    fork.ifPresent(f -> offers.arriving(request, f.media(), own, their));
    their.received(arrival, forks.current().isPresent());
    switch (request.method()) {
      case "ACK" -> fork.ifPresent(Fork::acknowledged);
      case "BYE" -> fork.ifPresent(Fork::byeReceived);
      default -> {}
    }
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

  /** The dialog of the call, early or confirmed. */
  public Optional<Dialog> dialog() {
    return forks.current().map(Fork::dialog);
  }

  /** All that arrived, in order, retransmissions left out. */
  public List<SipMessage> received() {
    return List.copyOf(received);
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
    if (own.contradiction().isPresent()) {
      return Optional.of(new Debt.SecondFinal(own.contradiction().get().startLine()));
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
    return own.awaitsEndAfterCancel() ? Optional.of(new Debt.EndAfterCancel()) : Optional.empty();
  }
}
