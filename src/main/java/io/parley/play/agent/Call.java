package io.parley.play.agent;

import io.parley.model.ConnectionEnd;
import io.parley.model.FindingKind;
import io.parley.model.HeaderEdit;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.play.dialog.Fork;
import io.parley.play.dialog.Leg;
import io.parley.play.message.Outbox;
import io.parley.play.message.Unplayable;
import io.parley.sip.Arrival;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Ending;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One party's call and the means to go on with it: where it stands, its offers and answers, what
 * composes its requests, and the endpoint they leave by.
 *
 * @param endpoint the lane
 * @param servers where the target is
 * @param number what stands in our Contact
 */
record Call(
    Leg leg,
    Outbox outbox,
    SipEndpoint endpoint,
    Transport transport,
    Servers servers,
    String number) {
  private static final Duration SEGMENT_PAUSE = Duration.ofMillis(20);

  /** Which way its requests go. */
  Route route() {
    return new Route(leg, transport, servers);
  }

  /** Where the target is. */
  InetSocketAddress destination() {
    return servers.current();
  }

  /**
   * Sends a request through a transaction; one that begins a call to the target's next server where
   * it cannot be sent to the first (RFC 3263 §4.3).
   *
   * @return the message as it left
   */
  SipMessage send(SipMessage message) {
    leg.sent(message);
    try {
      endpoint.send(message, route().way(), route().hop(message));
      return message;
    } catch (UncheckedIOException e) {
      if (!message.toTag().isEmpty() || !servers.next(e.getMessage())) {
        throw e;
      }
      return send(outbox.again(message).build());
    }
  }

  /** The same, in parts or with a loss where a mutation asks for it. */
  SipMessage send(SipMessage message, List<MessageMutation> mutations) {
    for (MessageMutation mutation : mutations) {
      if (mutation instanceof MessageMutation.Segments s) {
        leg.sent(message);
        Duration pause = s.pause().orElse(SEGMENT_PAUSE);
        endpoint.sendInParts(message, route().way(), route().hop(message), s.count(), pause);
        return message;
      }
      if (mutation instanceof MessageMutation.Lose l) {
        leg.sent(message);
        boolean request = l.what() == MessageMutation.Lost.REQUEST;
        endpoint.sendLosing(message, route().way(), route().hop(message), request);
        return message;
      }
    }
    return send(message);
  }

  /** Ends the connection that the requests went over. */
  void disconnect(ConnectionEnd how) {
    try {
      endpoint.end(route().way(), Ending.valueOf(how.name()));
    } catch (IllegalArgumentException e) {
      throw new Unplayable(FindingKind.HARNESS, e.getMessage());
    }
  }

  /** Answers a request. */
  SipMessage respond(Arrival request, SipMessage response) {
    leg.responded(request, response);
    endpoint.respond(request, response);
    return response;
  }

  /** Sends the ACK to a 2xx, with the answer if the 2xx brought an offer. */
  SipMessage acknowledge(Fork fork, OfferSpec answer, List<HeaderEdit> headers) {
    SipMessage ack = ack(fork, answer, headers);
    leg.acked(fork, ack);
    fork.media().ofInvite().settle();
    sendStateless(ack, route().hop(ack));
    return ack;
  }

  /** Writes that ACK. */
  SipMessage ack(Fork fork, OfferSpec answer, List<HeaderEdit> headers) {
    byte[] body = fork.media().owesAnswer() ? fork.media().answer(answer) : new byte[0];
    return outbox.ack(
        fork.dialog(), fork.invite().or(leg.own()::invite).orElseThrow(), body, headers);
  }

  /** Sends a message outside any transaction. */
  void sendStateless(SipMessage message, InetSocketAddress hop) {
    endpoint.sendStateless(message.bytes(), route().way(), hop);
  }

  /** Sends the same ACK again, to a 2xx that came again (RFC 3261 §13.2.2.4). */
  void acknowledgeAgain(SipMessage response) {
    leg.ackTo(response)
        .ifPresent(a -> endpoint.sendStateless(a.bytes(), route().way(), route().hop(a)));
  }

  /**
   * Sends PRACK (RFC 3262 §4), with the answer where the response it acknowledges has the offer.
   *
   * @param change what the step adds to it
   */
  SipMessage prack(Fork fork, Consumer<RequestBuilder> change) {
    RequestBuilder out = outbox.within(fork.dialog().request("PRACK"));
    fork.provisionals().due().ifPresent(r -> out.header("RAck", r.rack()));
    fork.provisionals().acknowledged();
    change.accept(out);
    SipMessage prack = send(out.build());
    if (prack.hasSdp()) {
      fork.media().ofInvite().settle();
    }
    return prack;
  }

  /** The dialog that a request is sent in: that of the named fork, else the call's own. */
  Optional<Fork> fork(Optional<String> name) {
    if (name.isEmpty()) {
      return leg.forks().current();
    }
    Optional<Fork> named = leg.forks().named(name.get()).filter(Fork::isUsable);
    if (named.isEmpty()) {
      throw new Unplayable(
          FindingKind.HARNESS,
          "there is no fork '" + name.get() + "': no response has made its dialog");
    }
    return named;
  }

  /** The dialog whose 2xx is to be acknowledged. */
  Fork accepted(Optional<String> fork) {
    return fork(fork)
        .filter(Fork::isConfirmed)
        .orElseThrow(() -> new Unplayable(FindingKind.HARNESS, "there is no 2xx to acknowledge"));
  }

  /** Our Contact: the number that the call is from or to. */
  String contact() {
    return outbox.contact(number);
  }

  /** Sends BYE, as part of the clean-up. */
  void hangUp(Fork fork) {
    send(outbox.within(fork.dialog().request("BYE")).build());
  }
}
