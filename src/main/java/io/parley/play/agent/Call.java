package io.parley.play.agent;

import io.parley.model.ConnectionEnd;
import io.parley.model.FindingKind;
import io.parley.model.HeaderEdit;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.play.dialog.Exchange;
import io.parley.play.dialog.Fork;
import io.parley.play.dialog.Leg;
import io.parley.play.dialog.Media;
import io.parley.play.message.MessageMutator;
import io.parley.play.message.Outbox;
import io.parley.play.message.Unplayable;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Ending;
import io.parley.wire.Flow;
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

  /** The transport: that by which the call came, else the actor's. */
  private Transport way() {
    return leg.flow().map(Flow::transport).orElse(transport);
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
      endpoint.send(message, way(), hop(message));
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
        endpoint.sendInParts(message, way(), hop(message), s.count(), pause);
        return message;
      }
      if (mutation instanceof MessageMutation.Lose l) {
        leg.sent(message);
        boolean request = l.what() == MessageMutation.Lost.REQUEST;
        endpoint.sendLosing(message, way(), hop(message), request);
        return message;
      }
    }
    return send(message);
  }

  /** Ends the connection that the requests went over. */
  void disconnect(ConnectionEnd how) {
    try {
      endpoint.end(way(), Ending.valueOf(how.name()));
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

  /**
   * Where a request goes: its dialog's next hop where that is an address of the same reach, else
   * where the call is.
   */
  InetSocketAddress hop(SipMessage request) {
    InetSocketAddress flow = leg.flow().map(Flow::remote).orElseGet(this::destination);
    return leg.forks()
        .of(request)
        .or(leg.forks()::current)
        .map(Fork::dialog)
        .flatMap(Dialog::nextHop)
        .flatMap(SipUri::address)
        .filter(a -> a.getAddress().isLoopbackAddress() == flow.getAddress().isLoopbackAddress())
        .orElse(flow);
  }

  /** Sends the ACK to a 2xx, with the answer if the 2xx brought an offer. */
  SipMessage acknowledge(Fork fork, OfferSpec answer, List<HeaderEdit> headers) {
    SipMessage ack = ack(fork, answer, headers);
    leg.acked(fork, ack);
    fork.media().ofInvite().settle();
    sendStateless(ack, hop(ack));
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
    endpoint.sendStateless(message.bytes(), way(), hop);
  }

  /** Sends the same ACK again, to a 2xx that came again (RFC 3261 §13.2.2.4). */
  void acknowledgeAgain(SipMessage response) {
    leg.ackTo(response).ifPresent(a -> endpoint.sendStateless(a.bytes(), way(), hop(a)));
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

  /** Sends CANCEL. */
  SipMessage cancel() {
    return cancel(List.of(), List.of());
  }

  /** Sends CANCEL with other headers; one with faults cancels nothing, and is sent once. */
  SipMessage cancel(List<HeaderEdit> headers, List<MessageMutation> mutations) {
    SipMessage invite =
        leg.own()
            .invite()
            .orElseThrow(() -> new Unplayable(FindingKind.HARNESS, "there is no INVITE to cancel"));
    SipMessage good = outbox.edit(RequestBuilder.cancelling(invite), headers).build();
    if (mutations.isEmpty()) {
      leg.own().lastInvite().cancelling();
      endpoint.send(good, transport, destination());
      return good;
    }
    SipMessage bad = SipMessage.of(MessageMutator.apply(good.bytes(), mutations));
    sendStateless(bad, destination());
    return bad;
  }

  /** Sends BYE, as part of the clean-up. */
  void hangUp(Fork fork) {
    send(outbox.within(fork.dialog().request("BYE")).build());
  }

  /**
   * The SDP of a response: the answer to their offer, the same again once it was given, or an offer
   * of ours where there was none.
   *
   * @param media the offers and answers of the dialog that the response is of
   * @param invite whether it is to an INVITE
   * @param offer what to offer in any case
   * @param answer what to answer; says that there is no body where it is {@code none}
   */
  static Optional<byte[]> describe(
      Media media,
      boolean invite,
      Optional<OfferSpec> offer,
      Optional<OfferSpec> answer,
      Optional<OfferSpec> own) {
    Exchange exchange = invite ? media.ofInvite() : media.standing();
    byte[] body;
    if (offer.isEmpty() && (exchange.isSettled() || answer.map(OfferSpec::isNone).orElse(false))) {
      body = new byte[0]; // RFC 3261 §13.2.1: once the answer is given, nothing more is described
    } else if (offer.isEmpty() && !exchange.isOurs() && exchange.isOpen()) {
      body = media.answer(answer.orElse(OfferSpec.EMPTY));
    } else if (offer.isEmpty() && !exchange.isOurs() && exchange.answer().isPresent()) {
      body = exchange.answer().get();
    } else {
      OfferSpec spec = offer.or(() -> own).orElse(OfferSpec.EMPTY);
      body = invite ? media.offerOfInvite(spec) : media.offer(spec);
    }
    return body.length == 0 ? Optional.empty() : Optional.of(body);
  }
}
