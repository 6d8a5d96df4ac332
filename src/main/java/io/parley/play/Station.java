package io.parley.play;

import io.parley.sip.Ids;
import io.parley.sip.RawEndpoint;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipTimers;
import java.net.InetAddress;
import java.util.Set;

/** One party's place on the network: its lane, and where its messages are told. */
final class Station {
  private final Stage stage;
  private final boolean caller;
  private final boolean raw;
  private final NumberPool.Lease lease;
  private final String callId = Ids.callId();
  private SipEndpoint endpoint;
  private RawLine rawLine;

  Station(Stage stage, boolean caller, boolean raw, NumberPool.Lease lease) {
    this.stage = stage;
    this.caller = caller;
    this.raw = raw;
    this.lease = lease;
    this.endpoint = caller ? stage.callers() : stage.callees();
  }

  /** The Call-ID of the calls it makes. */
  String callId() {
    return callId;
  }

  /** The address it is bound to. */
  InetAddress host() {
    return endpoint.address().getAddress();
  }

  /** Takes the place; what arrives goes to the line. */
  SipEndpoint take(Line line) {
    if (!caller) {
      stage.correlator().await(lease, line);
      return endpoint;
    }
    if (raw) {
      rawLine = new RawLine(line);
      endpoint = rawEndpoint();
    }
    stage.callerBoard().connect(callId, line);
    return endpoint;
  }

  private SipEndpoint rawEndpoint() {
    return RawEndpoint.open(
        stage.callers().address().getAddress(),
        stage.options().transports(),
        stage.options().tlsSettings(),
        rawLine,
        SipTimers.STANDARD);
  }

  /**
   * Leaves it.
   *
   * @param late where what still arrives goes
   * @param callIds of the calls that came
   */
  void leave(Line line, Line late, Set<String> callIds) {
    stage.correlator().forget(lease, line);
    callIds.forEach(c -> (caller ? stage.callerBoard() : stage.calleeBoard()).connect(c, late));
    if (caller) {
      endpoint.abandon(callId);
      stage.callerBoard().connect(callId, late);
      if (rawLine != null && endpoint != stage.callers()) {
        rawLine.goesTo(late);
        stage.retired().add(endpoint);
      }
    }
  }
}
