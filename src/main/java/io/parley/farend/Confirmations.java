package io.parley.farend;

import io.parley.sip.Arrival;
import io.parley.sip.HeaderField;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.util.List;

/** 2xx responses to INVITE and their ACKs, on both legs. */
final class Confirmations {
  private static final HeaderField NO_ACK =
      new HeaderField("Reason", "SIP;cause=408;text=\"no ACK\"");

  private final Desk desk;
  private final Hangup hangup;

  Confirmations(Desk desk, Hangup hangup) {
    this.desk = desk;
    this.hangup = hangup;
  }

  /** Our 2xx is out: waits for its ACK, and hangs up both legs when none comes. */
  void await(Passage passage) {
    Leg leg = passage.from;
    desk.table().answered(passage);
    leg.incoming = null;
    leg.confirmation =
        new Confirmation(
            passage,
            desk.after(desk.settings().times().unacknowledged(), () -> missing(leg, passage)));
  }

  private void missing(Leg leg, Passage passage) {
    if (leg.confirmation == null || leg.confirmation.passage() != passage) {
      return;
    }
    acknowledge(passage, null);
    desk.speaker().abandon(leg.dialog.callId());
    hangup.endBoth(leg, List.of(NO_ACK));
  }

  /** An ACK came; it belongs to our 2xx if there is one to acknowledge. */
  void acked(Arrival arrival) {
    SipMessage ack = arrival.message();
    Leg leg = desk.table().leg(ack);
    if (leg == null || leg.confirmation == null) {
      return;
    }
    Passage passage = leg.confirmation.passage();
    long invite = passage.request.message().cseq().orElse(0);
    if (ack.cseq().orElse(-1) == invite) {
      leg.confirmation.timeout().cancel(false);
      leg.confirmation = null;
      acknowledge(passage, ack);
      leg.whenConfirmed.run();
      leg.whenConfirmed = () -> {};
    }
  }

  /**
   * Acknowledges the far end's 2xx, once: at once where our INVITE had the offer, else with the
   * answer in the caller's ACK.
   *
   * @param from the ACK whose body passes; null = none
   */
  void acknowledge(Passage passage, SipMessage from) {
    if (passage.to == null || passage.ack != null) {
      return;
    }
    RequestBuilder ack = passage.to.dialog.ack(passage.sent);
    if (from != null) {
      desk.speaker().passing(from, passage.to).ifPresent(b -> ack.body(b.type(), b.bytes()));
    }
    passage.ack = desk.speaker().ready(ack, passage.to);
    desk.speaker().sendAck(passage.ack, passage.to);
  }

  /** The far end repeats its 2xx: so do we our ACK. */
  void again(Passage passage) {
    if (passage.ack != null) {
      desk.speaker().sendAck(passage.ack, passage.to);
    }
  }
}
