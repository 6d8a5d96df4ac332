package io.parley.farend;

import io.parley.sdp.Sdp;
import io.parley.sip.Dialog;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A transfer that we carry out: one INVITE to whom a REFER names, and what becomes of it. */
final class Referral {
  /** How long until the next try, where a request of the other side is under way (RFC 3261 §14). */
  private static final Duration SOON = Duration.ofMillis(200);

  private final Desk desk;
  private final Hangup hangup;
  private final Sessions sessions;
  private final ReferSubscription subscription;
  private final Leg transferor;
  private final Leg transferee;
  private final Passage invite;

  Referral(Desk desk, Hangup hangup, Sessions sessions, Leg transferor, Passage invite) {
    this.desk = desk;
    this.hangup = hangup;
    this.sessions = sessions;
    this.subscription = new ReferSubscription(desk);
    this.transferor = transferor;
    this.transferee = transferor.peer;
    this.invite = invite;
  }

  /** The leg to who sent the REFER. */
  Leg transferor() {
    return transferor;
  }

  /** Takes a response to the INVITE. */
  void answered(SipMessage response) {
    int status = response.status().orElse(0);
    if (status < 200) {
      if (invite.cancelWanted) {
        hangup.cancel(invite);
      }
      return;
    }
    if (status >= 300) {
      desk.table().dropSent(invite);
      failed(status);
    } else if (invite.to.dialog != null) {
      desk.speaker().sendAck(invite.ack, invite.to);
    } else {
      accepted(response);
    }
  }

  /** It got no final response, or cannot be sent. */
  void lost(int status) {
    if (invite.sent != null) {
      hangup.cancel(invite);
    }
    failed(status);
  }

  /** The call is over before the transfer is. */
  void takenBack() {
    hangup.cancel(invite);
    conclude(487);
  }

  /** Who sent the REFER leaves the call; the caller waits for what becomes of it. */
  void left() {
    detach();
  }

  /** What was refused is told; who has nobody to talk to any more is hung up. */
  private void failed(int status) {
    if (conclude(status) && transferee.peer == null) {
      hangup.end(transferee);
    }
  }

  private boolean conclude(int status) {
    boolean first = concluded();
    if (first) {
      invite.to.call.legs.remove(invite.to);
      subscription.ended(transferor, status, () -> {});
    }
    return first;
  }

  private boolean concluded() {
    boolean first = !invite.answered;
    invite.answered = true;
    invite.stopWaiting();
    transferee.call.referral = null;
    return first;
  }

  private void accepted(SipMessage response) {
    Leg leg = invite.to;
    leg.dialog = Dialog.uac(invite.sent, response);
    invite.ack = desk.speaker().ready(leg.dialog.ack(invite.sent), leg);
    desk.speaker().sendAck(invite.ack, leg);
    desk.table().later(() -> desk.table().dropSent(invite));
    if (!concluded() || transferee.over) {
      hangup.bye(leg, List.of());
      return;
    }
    desk.table().add(leg);
    sessions.agreed(leg, response);
    detach();
    Leg.pair(transferee, leg);
    transferee.joined = true;
    response.sdp().ifPresent(sdp -> join(sdp.bytes()));
    subscription.ended(transferor, response.status().orElse(200), () -> hangup.end(transferor));
  }

  /** The leg to who sent the REFER is a call by itself from here on. */
  private void detach() {
    if (transferor.call != transferee.call) {
      return;
    }
    Call own = new Call(transferor.call.peer);
    own.referred = true;
    transferor.call.legs.remove(transferor);
    transferor.call = own;
    own.legs.add(transferor);
    transferor.peer = null;
    transferee.peer = null;
    desk.table().began(own);
  }

  /** The caller learns whom it talks to now, where that changes anything for it. */
  private void join(byte[] answer) {
    if (transferee.over) {
      return;
    }
    if (transferee.outgoing != null || transferee.incoming != null) {
      desk.after(SOON, () -> join(answer));
      return;
    }
    byte[] before = transferee.described.bytes();
    Speaker.Body body = desk.speaker().describe(Sdp.of(answer), transferee);
    if (!JoinedSession.differ(before, body.bytes())) {
      return;
    }
    RequestBuilder out = transferee.dialog.request("INVITE");
    out.contact(desk.speaker().contact("", transferee.transport));
    sessions.requests(transferee).ask(transferee, null, out);
    out.body(body.type(), body.bytes());
    Passage passage = new Passage(null, null, transferee);
    try {
      passage.sent = desk.speaker().send(out, transferee);
      transferee.outgoing = passage;
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      hangup.endBoth(transferee, List.of());
    }
  }
}
