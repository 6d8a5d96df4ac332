package io.parley.farend;

import io.parley.profile.Judged;
import io.parley.profile.Ruling;
import io.parley.sip.Arrival;
import io.parley.sip.HeaderField;
import io.parley.sip.Reliable;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.util.Optional;

/** Requests within a dialog: hung up, judged, carried to the other leg. */
final class InDialog {
  private static final HeaderField SOON = new HeaderField("Retry-After", "2");

  private final Desk desk;
  private final Hangup hangup;
  private final OwnAnswer ownAnswer;
  private final OnwardRequest onward;
  private final Transfers transfers;
  private final Referrals referrals;

  InDialog(Desk desk, Hangup hangup, OwnAnswer ownAnswer, Sessions sessions) {
    this.onward = new OnwardRequest(desk, hangup, sessions);
    this.desk = desk;
    this.hangup = hangup;
    this.ownAnswer = ownAnswer;
    this.transfers = new Transfers(desk);
    this.referrals = new Referrals(desk, hangup, sessions);
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
      case "REFER" -> refer(new Passage(arrival, leg, leg.peer));
      case "OPTIONS" -> desk.speaker().respond(arrival, 200, allow());
      default -> carry(new Passage(arrival, leg, leg.peer));
    }
  }

  /** The far end's are ours where the settings say so; all others pass, as what they are about. */
  private void refer(Passage passage) {
    boolean passes = desk.settings().service().refer() == ReferPolicy.PASS;
    if (passes || passage.to == null || passage.from.judged) {
      carry(passage);
    } else {
      referrals.take(passage);
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
    boolean early = ringing != null && ringing.isInitial();
    if (early) {
      ResponseBuilder end = ResponseBuilder.to(ringing.request, 487);
      hangup.refuse(ringing, end.toTag(leg.localTag));
      hangup.cancel(ringing);
      return;
    }
    endUnderWay(leg);
    Referral referral = leg.call.referral;
    if (referral != null && referral.transferor() == leg) {
      referral.left();
    }
    hangup.forget(leg.call);
    Leg other = leg.peer;
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
      onward.send(passage);
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
}
