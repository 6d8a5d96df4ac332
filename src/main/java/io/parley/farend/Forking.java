package io.parley.farend;

import io.parley.sip.Dialog;
import io.parley.sip.Ids;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;

/**
 * The dialogs that the responses to one INVITE make (RFC 3261 §12.1): each To tag of the far end
 * has a leg of its own, and a To tag of ours that faces it on the caller's side.
 */
final class Forking {
  private final Desk desk;

  Forking(Desk desk) {
    this.desk = desk;
  }

  /** The leg that a 101-299 is of, made where there is none yet. */
  Leg leg(Passage passage, SipMessage response) {
    String tag = response.toTag().orElse("");
    if (!passage.isInvite() || !passage.isInitial() || tag.isEmpty()) {
      return passage.to;
    }
    for (Leg leg : passage.to.call.legs) {
      if (!leg.callers && leg.dialog != null && leg.dialog.remoteTag().equals(tag)) {
        return leg;
      }
    }
    Leg made = passage.to.dialog == null ? passage.to : fork(passage);
    made.dialog = Dialog.uac(passage.sent, response);
    desk.table().add(made);
    return made;
  }

  private Leg fork(Passage passage) {
    Leg far = passage.to.fork(passage.to.localTag, passage.to.mediaPort);
    Leg near = passage.from.fork(Ids.tag(), desk.anchor().newPort());
    Leg.pair(near, far);
    near.offered = passage.from.offered;
    near.incoming = passage;
    far.outgoing = passage;
    SipMessage made = ResponseBuilder.to(passage.request, 180).toTag(near.localTag).build();
    near.dialog = Dialog.uas(passage.request.message(), made);
    near.remoteCseq = passage.request.message().cseq().orElse(0);
    desk.table().add(near);
    return far;
  }

  /** The call is up on that leg: the other dialogs of its INVITE are over. */
  void decided(Passage passage, Leg accepted) {
    passage.from.incoming = null;
    passage.to.outgoing = null;
    passage.from = accepted.peer;
    passage.to = accepted;
    for (Leg leg : accepted.call.legs) {
      if (leg != accepted && leg != accepted.peer && leg.dialog != null && !leg.over) {
        desk.table().remove(leg);
      }
    }
  }
}
