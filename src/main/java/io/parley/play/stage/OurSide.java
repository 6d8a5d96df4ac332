package io.parley.play.stage;

import io.parley.sip.Arrival;
import io.parley.sip.HeaderField;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.sip.jain.JainEndpoint;
import io.parley.target.Correlation;
import io.parley.target.FarEndServers;
import io.parley.target.OurPlaces;
import io.parley.target.Target;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The endpoint that all callers share and those that all callees share, and who finds the case that
 * a message is of.
 *
 * @param callers endpoint of the callers
 * @param farEnd the far end's servers, endpoints of the callees
 * @param callerBoard routes what arrives at callers
 * @param calleeBoard routes what arrives at callees
 * @param late told of calls that no case waits for
 * @param sentinel measures how late we are ourselves
 */
public record OurSide(
    SipEndpoint callers,
    FarEnd farEnd,
    Switchboard callerBoard,
    Switchboard calleeBoard,
    LateCalls late,
    Sentinel sentinel)
    implements AutoCloseable {

  /**
   * Binds them.
   *
   * @throws java.io.UncheckedIOException when an address cannot be bound; the message says which
   *     and why
   */
  public static OurSide open(PlayerOptions options) {
    Switchboard callers = new Switchboard();
    Switchboard callees = new Switchboard();
    InetSocketAddress bind = new InetSocketAddress(options.callerBind(), options.callerPort());
    Sentinel sentinel = Sentinel.watching();
    LateCalls late = new LateCalls(sentinel);
    SipEndpoint near = endpoint(options, bind, callers, "callers");
    FarEnd farEnd = farEnd(options, callees, late);
    callees.servers(f -> farEnd.at(f).map(e -> Flow.text(e.address())).orElse(""));
    callers.operator(a -> answerStranger(late, near, a));
    callees.operator(
        a -> answerStranger(late, farEnd.at(a.frame().flow()).orElse(farEnd.usual()), a));
    return new OurSide(near, farEnd, callers, callees, late, sentinel);
  }

  private static FarEnd farEnd(PlayerOptions options, Switchboard board, LateCalls late) {
    FarEndServers servers = options.servers();
    SipEndpoint usual = endpoint(options, options.calleeBind(), board, "callees");
    Optional<SipEndpoint> second =
        servers.second().map(at -> endpoint(options, at, board, "callees-second"));
    List<OwnServer> firsts =
        servers.trunks().stream()
            .map(
                t ->
                    new OwnServer(
                        t.number(),
                        board,
                        (endpoint, arrival) -> answerStranger(late, endpoint, arrival),
                        ear -> endpoint(options, t.first(), ear, "callees-first")))
            .toList();
    return new FarEnd(usual, second, firsts);
  }

  private static SipEndpoint endpoint(
      PlayerOptions options, InetSocketAddress bind, SipListener ear, String name) {
    return JainEndpoint.open(
        bind, options.transports(), options.tlsSettings(), ear, name, SipTimers.STANDARD);
  }

  /** Where all of it listens: what the target is told. */
  public OurPlaces places() {
    return new OurPlaces(
        place(farEnd.usual()),
        Optional.of(callers.address()),
        farEnd.second().map(OurSide::place),
        farEnd.firsts().stream().map(m -> place(m.endpoint())).toList());
  }

  private static OurPlaces.Server place(SipEndpoint endpoint) {
    return new OurPlaces.Server(endpoint.address(), endpoint.address(Transport.TLS));
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
  private static Correlation byCalledNumber(Correlation outward) {
    return new Correlation(
        "called-number", outward.callers(), outward.matchDigits(), outward.callers());
  }

  /**
   * OPTIONS is answered 200; a call no case waits for 480 and told at the end; anything else 481.
   */
  private static SipListener.Handling answerStranger(
      LateCalls late, SipEndpoint endpoint, Arrival arrival) {
    String method = arrival.message().method();
    int status = method.equals("OPTIONS") ? 200 : method.equals("INVITE") ? 480 : 481;
    if (method.equals("INVITE")) {
      late.stranger(arrival);
    }
    SipMessage response = ResponseBuilder.to(arrival, status).build();
    if (method.equals("OPTIONS") && comesBack(arrival)) {
      // An SBC that watches many servers asks often: its answers wait for no transaction.
      Flow flow = arrival.frame().flow();
      late.answer(() -> endpoint.sendStateless(response.bytes(), flow.transport(), flow.remote()));
      return SipListener.Handling.WITHHOLD;
    }
    late.answer(() -> endpoint.respond(arrival, response));
    return SipListener.Handling.DELIVER;
  }

  /** Whether an answer goes to where the request came from (RFC 3261 §18.2.2, RFC 3581 §4). */
  private static boolean comesBack(Arrival arrival) {
    Flow flow = arrival.frame().flow();
    String via = arrival.message().topVia().orElse("");
    String sentBy = HeaderField.split(via, ';').get(0);
    return flow.transport() == Transport.UDP
        && (via.contains(";rport") || sentBy.endsWith(" " + Flow.text(flow.remote())));
  }

  @Override
  public void close() {
    sentinel.close();
    late.close();
    callers.close();
    farEnd.close();
  }
}
