package io.parley.farend;

import io.parley.profile.SessionBody;
import io.parley.sip.Reliable;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.util.Optional;
import java.util.OptionalLong;

/** Provisional responses to INVITE, reliable or not, from one leg to the other. */
final class Progress {
  private static final int RINGING = 180;

  private final Desk desk;

  Progress(Desk desk) {
    this.desk = desk;
  }

  /**
   * Passes one on.
   *
   * @param leg the leg that it came on
   */
  void pass(Passage passage, Leg leg, SipMessage response) {
    Optional<Reliable> reliable = Reliable.of(response);
    boolean wanted = Reliable.supports(passage.request.message());
    if (reliable.isPresent() && !wanted) {
      acknowledge(passage, leg, reliable.get());
    }
    if (reliable.isEmpty() && keepsRinging(passage, leg, response)) {
      desk.speaker()
          .respond(passage.request, PassedResponse.withoutBody(desk, passage, leg.peer, response));
    } else if (reliable.isEmpty() || !wanted) {
      desk.speaker().respond(passage.request, PassedResponse.of(desk, passage, leg.peer, response));
    } else {
      reliably(passage, leg, response, reliable.get());
    }
  }

  /** Whether early media comes too late: the caller hears ringing, and is to hear it on. */
  private boolean keepsRinging(Passage passage, Leg leg, SipMessage response) {
    boolean media = SessionBody.of(response).sdp().isPresent();
    boolean late = media && leg.rang;
    leg.rang |= !media && response.status().orElse(0) == RINGING;
    return late && passage.from.judged && desk.settings().profile().keepsRingback();
  }

  /** The caller did not ask for reliability: it ends here, with a PRACK of our own. */
  private void acknowledge(Passage passage, Leg leg, Reliable theirs) {
    if (leg.peer.numbering.pass(theirs, passage.request.message().cseq().orElse(0)).isPresent()) {
      Passage prack = new Passage(null, null, leg);
      prack.sent =
          desk.speaker().send(leg.dialog.request("PRACK").header("RAck", theirs.rack()), leg);
      desk.table().addSent(prack);
    }
  }

  /**
   * RFC 3262: a number of our own on the other leg; a copy, or one out of order, goes no further.
   */
  private void reliably(Passage passage, Leg leg, SipMessage response, Reliable theirs) {
    Leg near = leg.peer;
    long cseq = passage.request.message().cseq().orElse(0);
    OptionalLong ours = near.numbering.pass(theirs, cseq);
    if (ours.isEmpty()) {
      return;
    }
    ResponseBuilder out = PassedResponse.of(desk, passage, near, response);
    out.header("Require", Reliable.TAG).header("RSeq", Long.toString(ours.getAsLong()));
    if (SessionBody.of(response).sdp().isPresent()) {
      leg.offered = passage.carriesOffer() ? leg.offered : passage;
      near.offered = near.offered == passage ? null : near.offered;
    }
    desk.speaker().respond(passage.request, out);
  }
}
