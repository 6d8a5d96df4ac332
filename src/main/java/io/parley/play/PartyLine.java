package io.parley.play;

import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.util.concurrent.BlockingQueue;

/** The half of a party that runs on socket threads: records what crosses and enqueues it. */
record PartyLine(Party party, BlockingQueue<Event> mailbox) implements Line {

  @Override
  public void arrived(Arrival arrival) {
    boolean again = party.recorder().add(party.name(), arrival.frame(), arrival.message());
    mailbox.add(new Event.Arrived(party, arrival, again));
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
