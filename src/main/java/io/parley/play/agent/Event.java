package io.parley.play.agent;

import io.parley.result.TranscriptEntry;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;

/** What wakes a case: the only thing that socket threads hand to the worker that plays it. */
public sealed interface Event {

  /** Whose call it concerns. */
  Party party();

  /**
   * A message arrived.
   *
   * @param again whether it is a retransmission
   */
  record Arrived(Party party, Arrival arrival, boolean again) implements Event {}

  /** The transaction layer acknowledged a final response other than 2xx. */
  record Acknowledged(Party party, SipMessage ack) implements Event {}

  /** A flow the party used failed. */
  record Failed(Party party, Flow flow, String reason) implements Event {}

  /** A client transaction ended without a final response. */
  record TimedOut(Party party, SipMessage request) implements Event {}

  /** A packet came at a media port of that actor. */
  record Heard(String actor, TranscriptEntry entry) implements Event {
    @Override
    public Party party() {
      throw new IllegalStateException("a packet belongs to no call");
    }
  }

  /** The run was interrupted: the case ends now and cleans up. */
  record HungUp() implements Event {
    @Override
    public Party party() {
      throw new IllegalStateException("an interruption concerns the whole case");
    }
  }
}
