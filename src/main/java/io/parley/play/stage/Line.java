package io.parley.play.stage;

import io.parley.sip.Arrival;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;

/** Where the messages of one call go. Called on socket threads: only records and enqueues. */
public interface Line {

  /** A message of the call arrived; what the transaction layer does with it. */
  SipListener.Handling arrived(Arrival arrival);

  /** A message of the call left. */
  void left(Frame frame, SipMessage message);

  /** A flow the call needed failed, for that reason. */
  void failed(Flow flow, String reason);

  /** A client transaction of the call ended unanswered. */
  void timedOut(SipMessage request);
}
