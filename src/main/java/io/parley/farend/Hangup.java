package io.parley.farend;

import io.parley.sip.HeaderField;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.util.List;

/** Ends calls and legs: BYE, CANCEL, and what has to be forgotten. */
final class Hangup {
  private final Desk desk;

  Hangup(Desk desk) {
    this.desk = desk;
  }

  /** The call is over; its legs are known for a while. */
  void forget(Call call) {
    desk.table().ended(call);
    if (call.referral != null) {
      call.referral.takenBack();
    }
    call.legs.forEach(this::forget);
  }

  private void forget(Leg leg) {
    if (!leg.over) {
      Sessions.stop(leg);
      if (leg.confirmation != null) {
        leg.confirmation.timeout().cancel(false);
        leg.confirmation = null;
      }
      desk.speaker().release(leg);
      desk.table().remove(leg);
    }
  }

  /** Ends a leg from our side: BYE, or 480 to an INVITE that has no answer yet. */
  void end(Leg leg) {
    if (leg.over) {
      return;
    }
    if (leg.incoming != null && leg.incoming.isInitial()) {
      refuse(leg.incoming, ResponseBuilder.to(leg.incoming.request, 480).toTag(leg.localTag));
      return;
    }
    forget(leg.call);
    bye(leg, List.of());
  }

  /** Ends a call that was answered: BYE on both legs. */
  void endBoth(Leg leg, List<HeaderField> headers) {
    forget(leg.call);
    bye(leg, headers);
    if (leg.peer != null && leg.peer.dialog != null) {
      bye(leg.peer, headers);
    }
  }

  /** Says BYE on a leg whose dialog is confirmed. */
  void bye(Leg leg, List<HeaderField> headers) {
    RequestBuilder bye = leg.dialog.request("BYE");
    headers.forEach(h -> bye.header(h.name(), h.value()));
    Passage passage = new Passage(null, null, leg);
    try {
      passage.sent = desk.speaker().send(bye, leg);
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      // Nobody is there to be told that the call is over.
      desk.speaker().abandon(leg.dialog.callId());
    }
  }

  /** Takes back an INVITE: CANCEL once the other side has shown a sign of life. */
  void cancel(Passage passage) {
    passage.stopWaiting();
    if (passage.to == null) {
      return;
    }
    passage.cancelWanted = true;
    if (passage.provisional && !passage.cancelSent) {
      passage.cancelSent = true;
      SipMessage cancel = RequestBuilder.cancel(passage.sent);
      try {
        desk.speaker().sendBuilt(cancel, passage.to);
      } catch (UncheckedIOException e) {
        desk.speaker().abandon(passage.sent.callId());
      }
    }
    desk.after(desk.settings().times().longest(), () -> giveUp(passage));
  }

  /** An INVITE that never got its final response (RFC 3261 §9.1: 64 T1). */
  private void giveUp(Passage passage) {
    if (desk.table().sentAs(passage.sent) == passage) {
      desk.speaker().abandon(passage.sent.callId());
      desk.table().dropSent(passage);
    }
  }

  /** Gives an INVITE from a leg its final response and ends the call if that began it. */
  void refuse(Passage passage, ResponseBuilder response) {
    if (passage.answered) {
      return;
    }
    passage.answered = true;
    passage.stopWaiting();
    desk.speaker().respond(passage.request, response);
    passage.settled();
    if (passage.isInvite()) {
      desk.table().answered(passage);
      passage.from.incoming = null;
      if (passage.to != null) {
        passage.to.outgoing = null;
      }
    }
    if (passage.isInitial()) {
      forget(passage.from.call);
    }
  }
}
