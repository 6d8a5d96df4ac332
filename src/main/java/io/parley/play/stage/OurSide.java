package io.parley.play.stage;

import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipTimers;
import io.parley.sip.jain.JainEndpoint;
import io.parley.target.Target;
import java.net.InetSocketAddress;

/**
 * The endpoint that all callers share and the one that all callees share, and who finds the case
 * that a message is of.
 *
 * @param callers endpoint of the callers
 * @param callees endpoint of the callees
 * @param callerBoard routes what arrives at callers
 * @param calleeBoard routes what arrives at callees
 * @param late told of calls that no case waits for
 */
public record OurSide(
    SipEndpoint callers,
    SipEndpoint callees,
    Switchboard callerBoard,
    Switchboard calleeBoard,
    LateCalls late)
    implements AutoCloseable {

  /**
   * Binds both.
   *
   * @throws java.io.UncheckedIOException when an address cannot be bound; the message says which
   *     and why
   */
  public static OurSide open(PlayerOptions options) {
    Switchboard callers = new Switchboard();
    Switchboard callees = new Switchboard();
    InetSocketAddress bind = new InetSocketAddress(options.callerBind(), options.callerPort());
    OurSide side =
        new OurSide(
            endpoint(options, bind, callers, "callers"),
            endpoint(options, options.calleeBind(), callees, "callees"),
            callers,
            callees,
            new LateCalls());
    callers.operator(a -> side.answerStranger(side.callers(), a));
    callees.operator(a -> side.answerStranger(side.callees(), a));
    return side;
  }

  private static SipEndpoint endpoint(
      PlayerOptions options, InetSocketAddress bind, Switchboard board, String name) {
    return JainEndpoint.open(
        bind, options.transports(), options.tlsSettings(), board, name, SipTimers.STANDARD);
  }

  /** Finds the case of a call that leaves the target. */
  public Correlator outward(Target target) {
    Correlator out = new Correlator(target.correlation());
    calleeBoard.correlateBy(out);
    return out;
  }

  /** The same of a call that its far end makes. */
  public Correlator inward(Target target) {
    Correlator in = new Correlator(target.correlation().map(OurSide::byCalledNumber));
    callerBoard.correlateBy(in);
    return in;
  }

  /** A call inwards is known by the number it is made to. */
  private static Target.Correlation byCalledNumber(Target.Correlation outward) {
    return new Target.Correlation(
        "called-number", outward.callers(), outward.matchDigits(), outward.callers());
  }

  /**
   * OPTIONS is answered 200; a call no case waits for 480 and told at the end; anything else 481.
   */
  private void answerStranger(SipEndpoint endpoint, Arrival arrival) {
    String method = arrival.message().method();
    int status = method.equals("OPTIONS") ? 200 : method.equals("INVITE") ? 480 : 481;
    if (method.equals("INVITE")) {
      late.stranger(arrival);
    }
    late.answer(() -> endpoint.respond(arrival, ResponseBuilder.to(arrival, status).build()));
  }

  @Override
  public void close() {
    late.close();
    callers.close();
    callees.close();
  }
}
