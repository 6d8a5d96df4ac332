package io.parley.play.stage;

import io.parley.sip.Arrival;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A server of the far end that belongs to one case at a time: OPTIONS that come to it outside a
 * call are that case's. Without a case, or from an SBC that the case is not about, they are
 * answered as by any server. Everything else is the switchboard's.
 */
public final class OwnServer implements SipListener {
  private final String number;
  private final SipListener board;
  private final BiFunction<SipEndpoint, Arrival, Handling> operator;
  private final Map<String, Line> asking = new ConcurrentHashMap<>();
  private final SipEndpoint endpoint;
  private volatile Watch watch = Watch.NOBODY;

  /** Whose OPTIONS go to which case. */
  private record Watch(Predicate<InetAddress> of, Line line) {
    static final Watch NOBODY = new Watch(a -> false, null);
  }

  /**
   * A server without a case.
   *
   * @param number what leads to it
   * @param board routes what is of a call
   * @param operator answers what is of no case
   * @param opened binds it and tells what arrives
   */
  OwnServer(
      String number,
      SipListener board,
      BiFunction<SipEndpoint, Arrival, Handling> operator,
      Function<SipListener, SipEndpoint> opened) {
    this.number = number;
    this.board = board;
    this.operator = operator;
    this.endpoint = opened.apply(this);
  }

  /** The number that leads to it. */
  public String number() {
    return number;
  }

  /** Where it listens. */
  public SipEndpoint endpoint() {
    return endpoint;
  }

  /**
   * From now on it is a case's.
   *
   * @param of whether OPTIONS from an address are
   */
  public void belongsTo(Predicate<InetAddress> of, Line line) {
    watch = new Watch(of, line);
  }

  /** No longer. */
  public void isFree() {
    watch = Watch.NOBODY;
    asking.clear();
  }

  @Override
  public Handling arrived(Arrival arrival) {
    SipMessage message = arrival.message();
    if (!message.isRequest()
        || !message.method().equals("OPTIONS")
        || message.toTag().isPresent()) {
      return board.arrived(arrival);
    }
    Watch now = watch;
    if (now.of().test(arrival.frame().flow().remote().getAddress())) {
      asking.put(message.callId(), now.line());
      return now.line().arrived(arrival);
    }
    if (endpoint == null) {
      return Handling.WITHHOLD; // it came while the port was being bound; whoever asks asks again
    }
    return operator.apply(endpoint, arrival);
  }

  @Override
  public void left(Frame frame, SipMessage message) {
    Line line = message.method().equals("OPTIONS") ? asking.remove(message.callId()) : null;
    if (line != null) {
      line.left(frame, message);
    } else {
      board.left(frame, message);
    }
  }

  @Override
  public void failed(Flow flow, String callId, String reason) {
    board.failed(flow, callId, reason);
  }

  @Override
  public void timedOut(SipMessage request) {
    board.timedOut(request);
  }
}
