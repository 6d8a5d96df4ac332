package io.parley.farend;

import io.parley.profile.Judged;
import io.parley.profile.Ruling;
import io.parley.profile.SessionBody;
import io.parley.sip.Arrival;
import io.parley.sip.HeaderField;
import io.parley.sip.Reliable;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Requests within a dialog: hung up, judged, carried to the other leg. */
final class InDialog {
  private static final HeaderField SOON = new HeaderField("Retry-After", "2");

  private final Desk desk;
  private final Hangup hangup;
  private final OwnAnswer ownAnswer;
  private final Sessions sessions;
  private final Transfers transfers;

  InDialog(Desk desk, Hangup hangup, OwnAnswer ownAnswer, Sessions sessions) {
    this.sessions = sessions;
    this.desk = desk;
    this.hangup = hangup;
    this.ownAnswer = ownAnswer;
    this.transfers = new Transfers(desk);
  }

  /** Takes a request that has a To tag, other than ACK and CANCEL. */
  void arrived(Arrival arrival) {
    SipMessage m = arrival.message();
    Leg leg = desk.table().leg(m);
    boolean bye = m.method().equals("BYE");
    if (leg == null || !leg.takes(m.method()) && !bye) {
      desk.speaker().respond(arrival, 481);
    } else if (m.cseq().orElse(0) <= leg.remoteCseq) {
      desk.speaker().respond(arrival, 500, SOON);
    } else {
      leg.remoteCseq = m.cseq().orElse(0);
      take(arrival, leg);
    }
  }

  private void take(Arrival arrival, Leg leg) {
    switch (arrival.message().method()) {
      case "BYE" -> bye(arrival, leg);
      case "INVITE", "UPDATE" -> change(arrival, leg);
      case "PRACK" -> prack(arrival, leg);
      case "OPTIONS" -> desk.speaker().respond(arrival, 200, allow());
      default -> carry(new Passage(arrival, leg, leg.peer));
    }
  }

  private HeaderField allow() {
    return new HeaderField("Allow", desk.speaker().allow());
  }

  /** One side hangs up: so does the other, or the INVITE that still rings there is taken back. */
  private void bye(Arrival arrival, Leg leg) {
    desk.speaker().respond(arrival, 200);
    if (leg.over) {
      return;
    }
    Passage ringing = leg.incoming;
    Leg other = leg.peer;
    boolean early = ringing != null && ringing.isInitial();
    if (early) {
      ResponseBuilder end = ResponseBuilder.to(ringing.request, 487);
      hangup.refuse(ringing, end.toTag(leg.localTag));
      hangup.cancel(ringing);
      return;
    }
    endUnderWay(leg);
    hangup.forget(leg.call);
    if (other != null && other.dialog != null) {
      endUnderWay(other);
      hangup.bye(other, PassingHeaders.of(arrival.message()));
    }
  }

  /** A re-INVITE that nobody will answer any more. */
  private void endUnderWay(Leg leg) {
    if (leg.incoming != null) {
      hangup.refuse(leg.incoming, ResponseBuilder.to(leg.incoming.request, 487));
    }
  }

  /** A re-INVITE or UPDATE (RFC 3261 §14.2, RFC 3311 §5.2). */
  private void change(Arrival arrival, Leg leg) {
    switch (Crossing.of(leg, arrival.message())) {
      case OURS -> desk.speaker().respond(arrival, 491);
      case THEIRS -> desk.speaker().respond(arrival, 500, SOON);
      case NONE -> {
        if (!refused(arrival, leg)) {
          leg.dialog.refreshTarget(arrival.message());
          carry(new Passage(arrival, leg, leg.peer));
        }
      }
    }
  }

  /**
   * The near side's offers are judged all through the call; the far end's are not ours to judge.
   */
  private boolean refused(Arrival arrival, Leg leg) {
    if (!leg.judged) {
      return false;
    }
    Judged judged = new Judged(arrival.message(), desk.settings().numbers(), true, false);
    Ruling ruling = desk.judge(arrival, judged);
    if (ruling instanceof Ruling.Refuse refusal) {
      desk.speaker().respond(arrival, desk.speaker().refusal(arrival, refusal));
    }
    return !ruling.accepted();
  }

  /** Goes on as the PRACK to what was acknowledged here, and to nothing else (RFC 3262 §3). */
  private void prack(Arrival arrival, Leg leg) {
    Optional<Reliable> theirs =
        Reliable.acknowledged(arrival.message()).flatMap(leg.numbering::acknowledged);
    if (theirs.isEmpty()) {
      desk.speaker().respond(arrival, 481);
      return;
    }
    Passage passage = new Passage(arrival, leg, leg.peer);
    passage.acknowledges = theirs.get();
    carry(passage);
  }

  private void carry(Passage passage) {
    if (passage.isInvite()) {
      passage.from.incoming = passage;
      desk.table().addReceived(passage);
      desk.speaker().respond(passage.request, 100);
    }
    if (passage.to == null) {
      answer(passage);
    } else {
      relay(passage);
    }
  }

  /** We are the far end ourselves. */
  private void answer(Passage passage) {
    String method = passage.request.message().method();
    if (method.equals("INVITE") || method.equals("UPDATE")) {
      ownAnswer.give(passage);
    } else if (method.equals("REFER") && passage.from.treatment != null) {
      transfers.take(passage);
    } else if (method.equals("REFER")) {
      // Nobody is called at another's word (RFC 3515 §2.4.2).
      desk.speaker().respond(passage.request, 603);
    } else {
      desk.speaker().respond(passage.request, 200);
    }
  }

  private void relay(Passage passage) {
    Leg to = passage.to;
    SipMessage in = passage.request.message();
    if (to.dialog == null || !to.takes(in.method())) {
      hangup.refuse(passage, ResponseBuilder.to(passage.request, 481));
      return;
    }
    to.call.referred |= in.method().equals("REFER");
    RequestBuilder out = to.dialog.request(in.method());
    out.contact(desk.speaker().contact("", to.transport));
    if (passage.acknowledges != null) {
      out.header("RAck", passage.acknowledges.rack());
    }
    if (passage.isInvite()) {
      desk.reliability(in, out);
    }
    List<HeaderField> headers = PassingHeaders.of(in);
    headers.forEach(h -> out.header(h.name(), h.value()));
    if (in.method().equals("INVITE") || in.method().equals("UPDATE")) {
      sessions.requests(to).ask(to, in, out);
    }
    desk.speaker().passing(in, to).ifPresent(b -> out.body(b.type(), b.bytes()));
    underWay(passage);
    try {
      passage.sent = desk.speaker().send(out, to);
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      hangup.refuse(passage, ResponseBuilder.to(passage.request, 503));
    }
  }

  /** What must not be crossed until it is answered. A PRACK may have the answer to their offer. */
  private static void underWay(Passage passage) {
    SipMessage request = passage.request.message();
    if (passage.isInvite()) {
      passage.to.outgoing = passage;
    }
    if (request.method().equals("UPDATE")) {
      passage.from.updating = passage;
    }
    if (SessionBody.of(request).sdp().isPresent()) {
      boolean answers = passage.acknowledges != null && passage.to.offered != null;
      passage.to.offered = answers ? null : passage.to.offered;
      passage.from.offered = answers ? passage.from.offered : passage;
    }
  }
}
