package io.parley.farend;

import io.parley.model.Direction;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.profile.SessionBody;
import io.parley.sdp.Sdp;
import io.parley.sip.Arrival;
import io.parley.sip.HeaderField;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Predicate;

/** Says things in the manner of the profile: header names, Server, Contact, anchored bodies. */
final class Speaker {
  private static final String SDP = "application/sdp";

  /** What an SBC of this lab is called. */
  private static final String NAME = "sbc.example.com";

  private final SipEndpoint endpoint;
  private final Profile profile;
  private final MediaAnchor anchor;
  private final Optional<CheckResponder> checks;

  /**
   * Sets it up.
   *
   * @param checks answers the connectivity checks to our candidates; empty = nobody does
   */
  Speaker(
      SipEndpoint endpoint, Profile profile, MediaAnchor anchor, Optional<CheckResponder> checks) {
    this.checks = checks;
    this.endpoint = endpoint;
    this.profile = profile;
    this.anchor = anchor;
  }

  /** The methods we name in Allow. */
  String allow() {
    return String.join(", ", profile.allow());
  }

  /** Our address and port as a URI has them. */
  String host() {
    return Flow.text(endpoint.address());
  }

  /** Our Contact for a user on a transport. */
  String contact(String user, Transport transport) {
    String at = user.isEmpty() ? "" : user + "@";
    return "<sip:"
        + at
        + Flow.text(endpoint.address(transport))
        + ";transport="
        + transport.parameter()
        + ">";
  }

  /** What a ruling looks like on the wire. */
  ResponseBuilder refusal(Arrival request, Ruling.Refuse ruling) {
    Transport transport = request.frame().flow().transport();
    String own = Flow.text(endpoint.address(transport)) + ";transport=" + transport.parameter();
    ResponseBuilder out = ResponseBuilder.to(request, ruling.status()).reason(ruling.phrase());
    ruling.headers().forEach(h -> out.header(h.name(), h.value().replace("{address}", own)));
    return out;
  }

  /** Answers a request. */
  SipMessage respond(Arrival request, ResponseBuilder response) {
    SipMessage out = styled(response.header("Server", profile.server()).build());
    endpoint.respond(request, out);
    return out;
  }

  /** Answers a request that needs no more than a status and some headers. */
  void respond(Arrival request, int status, HeaderField... headers) {
    ResponseBuilder out = ResponseBuilder.to(request, status);
    for (HeaderField h : headers) {
      out.header(h.name(), h.value());
    }
    respond(request, out);
  }

  /**
   * Sends a request of a leg through a client transaction.
   *
   * @throws java.io.UncheckedIOException when it cannot be sent
   */
  SipMessage send(RequestBuilder request, Leg leg) {
    SipMessage out = ready(request, leg);
    endpoint.send(out, leg.transport, leg.dialog == null ? leg.flow : hop(leg));
    return out;
  }

  /**
   * Asks a server over UDP whether it is in service. Contact names the SBC, as Teams demands it of
   * OPTIONS; nobody has to find that name, since answers come back to where the request left.
   *
   * @throws java.io.UncheckedIOException when it cannot be sent
   */
  SipMessage options(InetSocketAddress server) {
    String own = NAME + ":" + endpoint.address().getPort();
    RequestBuilder out =
        RequestBuilder.of("OPTIONS", "sip:" + Flow.text(server))
            .via(Transport.UDP, endpoint.address())
            .maxForwards()
            .from("<sip:" + NAME + ">", Ids.tag())
            .to("<sip:" + Flow.text(server) + ">")
            .callId(Ids.callId())
            .cseq(1)
            .contact("<sip:" + own + ";transport=udp>")
            .header("User-Agent", profile.server())
            .header("Accept", SDP);
    SipMessage message = styled(out.build());
    endpoint.send(message, Transport.UDP, server);
    return message;
  }

  /** Writes a request of a leg: Via and User-Agent are ours. */
  SipMessage ready(RequestBuilder request, Leg leg) {
    request
        .via(leg.transport, endpoint.address(leg.transport))
        .header("User-Agent", profile.server());
    return styled(request.build());
  }

  /** Sends a request that is written already, to where the leg's INVITE went. */
  void sendBuilt(SipMessage request, Leg leg) {
    endpoint.send(styled(request), leg.transport, leg.dialog == null ? leg.flow : hop(leg));
  }

  /** Where the next request of a leg goes. */
  InetSocketAddress hop(Leg leg) {
    return leg.hop(endpoint.isConnected(leg.transport, leg.flow));
  }

  /** Sends an ACK, or a copy of one. */
  void sendAck(SipMessage ack, Leg leg) {
    endpoint.sendStateless(ack.bytes(), leg.transport, hop(leg));
  }

  /** The body of a message as that leg gets it: SDP anchored, anything else as it is. */
  Optional<Body> passing(SipMessage message, Leg to) {
    SessionBody body = SessionBody.of(message);
    if (body.sdp().isPresent()) {
      return Optional.of(describe(body.sdp().get(), to));
    }
    return body.present() && !body.type().isEmpty()
        ? Optional.of(new Body(message.first("Content-Type").orElse(""), message.body()))
        : Optional.empty();
  }

  /** The session description of the other side as that leg gets it. */
  Body describe(Sdp sdp, Leg to) {
    checks.ifPresent(c -> c.prepare(to, sdp));
    byte[] passed = anchor.pass(sdp, to.mediaPort, known(to));
    to.described = new Body(SDP, to.joined ? JoinedSession.next(to.described, passed) : passed);
    checks.ifPresent(c -> c.described(to, to.described.bytes()));
    return to.described;
  }

  /** The leg is over: nothing is answered at its media port any more. */
  void release(Leg leg) {
    checks.ifPresent(c -> c.release(leg));
  }

  /** The far end gets no direction that it does not understand. */
  private Predicate<Direction> known(Leg to) {
    boolean farEnd = to.peer != null && to.peer.judged;
    return direction -> !farEnd || profile.media().knows(direction);
  }

  /** Ends the transactions of a call. */
  void abandon(String callId) {
    endpoint.abandon(callId);
  }

  /** A body and its type. */
  record Body(String type, byte[] bytes) {

    static Body sdp(byte[] bytes) {
      return new Body(SDP, bytes);
    }
  }

  private SipMessage styled(SipMessage message) {
    return profile.upperCaseHeaders() ? CapitalHeaders.of(message) : message;
  }
}
