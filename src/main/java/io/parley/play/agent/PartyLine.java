package io.parley.play.agent;

import io.parley.model.Manners;
import io.parley.play.stage.Line;
import io.parley.sip.Arrival;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.util.concurrent.BlockingQueue;

/** The half of a party that runs on socket threads: records what crosses and enqueues it. */
record PartyLine(Party party, BlockingQueue<Event> mailbox) implements Line {

  @Override
  public SipListener.Handling arrived(Arrival arrival) {
    boolean again = party.record(arrival);
    mailbox.add(new Event.Arrived(party, arrival, again));
    return handling(arrival.message());
  }

  /** What the actor does not do by itself, the transaction layer does not do for it. */
  private SipListener.Handling handling(SipMessage message) {
    Manners manners = party.actor().manners();
    boolean invite = message.method().equals("INVITE");
    boolean mute =
        message.isRequest()
            ? invite && (!manners.trying() || party.isSilent())
            : invite && message.status().orElse(0) >= 300 && !manners.acknowledgesAtOnce();
    return mute ? SipListener.Handling.DELIVER_MUTE : SipListener.Handling.DELIVER;
  }

  @Override
  public void left(Frame frame, SipMessage message) {
    party.recorder().add(party.name(), frame, message);
    if (message.isRequest() && message.method().equals("ACK")) {
      mailbox.add(new Event.Acknowledged(party, message));
    }
  }

  @Override
  public void failed(Flow flow, String reason) {
    mailbox.add(new Event.Failed(party, flow, reason));
  }

  @Override
  public void timedOut(SipMessage request) {
    mailbox.add(new Event.TimedOut(party, request));
  }
}
