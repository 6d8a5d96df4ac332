package io.parley.play.agent;

import io.parley.model.Link;
import io.parley.play.stage.Correlator;
import io.parley.play.stage.Line;
import io.parley.play.stage.OwnServer;
import io.parley.play.stage.Stage;
import io.parley.play.stage.Switchboard;
import io.parley.sip.Ids;
import io.parley.sip.RawEndpoint;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipTimers;
import io.parley.wire.TlsSettings;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One party's place on the network: its lane, and where its messages are told. */
final class Station {
  private final Stage stage;
  private final boolean caller;
  private final Link link;
  private final boolean raw;
  private final Switchboard board;
  private final Correlator correlator;
  private final SipEndpoint shared;
  private final String key;
  private final String callId = Ids.callId();

  /** The server whose OPTIONS are the actor's; empty = there is none. */
  private final Optional<OwnServer> server;

  private SipEndpoint endpoint;
  private RawLine rawLine;

  /**
   * A place not yet taken.
   *
   * @param who who takes it
   * @param raw whether it needs a lane of its own
   */
  Station(Stage stage, Subscriber who, boolean raw) {
    boolean near = who.isNear();
    this.link = who.actor().link();
    this.stage = stage;
    this.caller = who.isCaller();
    this.raw = raw;
    this.key = who.key();
    this.server = who.lease().server();
    this.board = near ? stage.callerBoard() : stage.calleeBoard();
    this.correlator = near ? stage.inward() : stage.correlator();
    this.shared = near ? stage.callers() : stage.farEnd().usual();
    this.endpoint = shared;
  }

  /** The Call-ID of the calls it makes. */
  String callId() {
    return callId;
  }

  /** The address it is bound to. */
  InetAddress host() {
    return link.bind() == Link.Bind.UNLISTED
        ? stage.target().unlisted().orElseThrow()
        : endpoint.address().getAddress();
  }

  /**
   * Takes the place; what arrives goes to the line.
   *
   * @param asked whether OPTIONS from an address are the case's, at a server of its own
   */
  SipEndpoint take(Line line, Predicate<InetAddress> asked) {
    if (!caller) {
      correlator.await(key, line);
      server.ifPresent(s -> s.belongsTo(asked, line));
      return endpoint;
    }
    if (raw) {
      rawLine = new RawLine(line);
      endpoint = rawEndpoint();
    }
    board.connect(callId, line);
    return endpoint;
  }

  private SipEndpoint rawEndpoint() {
    return RawEndpoint.open(
        host(),
        stage.options().transports(),
        identified(stage.options().tlsSettings()),
        rawLine,
        SipTimers.STANDARD);
  }

  /** With the certificate that the actor shows, in the version that it speaks. */
  private TlsSettings identified(TlsSettings target) {
    TlsSettings usual = link.tls().map(v -> target.only(v.toString())).orElse(target);
    Optional<Link.Certificate> shown = link.certificate();
    if (shown.isEmpty()) {
      return usual;
    }
    return shown
        .filter(c -> c != Link.Certificate.NONE)
        .flatMap(stage.target()::faulty)
        .map(usual::as)
        .orElseGet(usual::anonymous);
  }

  /**
   * Leaves it.
   *
   * @param late where what still arrives goes
   * @param callIds of the calls that came
   */
  void leave(Line line, Line late, Set<String> callIds) {
    correlator.forget(key, line);
    server.ifPresent(OwnServer::isFree);
    callIds.forEach(c -> board.connectCalled(c, late));
    if (caller) {
      endpoint.abandon(callId);
      board.connect(callId, late);
      if (rawLine != null && endpoint != shared) {
        rawLine.goesTo(late);
        stage.retired().add(endpoint);
      }
    }
  }
}
