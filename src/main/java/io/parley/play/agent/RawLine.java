package io.parley.play.agent;

import io.parley.play.stage.Line;
import io.parley.sip.Arrival;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;

/**
 * The raw lane of one party: the socket is the identity, so all that comes back is the party's,
 * whatever it mirrors.
 */
final class RawLine implements SipListener {
  private volatile Line line;

  RawLine(Line line) {
    this.line = line;
  }

  /** From now on what comes back goes there. */
  void goesTo(Line other) {
    line = other;
  }

  @Override
  public Handling arrived(Arrival arrival) {
    return line.arrived(arrival);
  }

  @Override
  public void left(Frame frame, SipMessage message) {
    line.left(frame, message);
  }

  @Override
  public void failed(Flow flow, String callId, String reason) {
    line.failed(flow, reason);
  }

  @Override
  public void timedOut(SipMessage request) {
    line.timedOut(request);
  }
}
