package io.parley.play;

import io.parley.model.FindingKind;
import io.parley.model.HeaderEdit;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One party's call and the means to go on with it: where it stands, its offers and answers, what
 * composes its requests, and the endpoint they leave by.
 *
 * @param endpoint the lane
 * @param destination where the target is
 */
record Call(
    Leg leg,
    Media media,
    Outbox outbox,
    SipEndpoint endpoint,
    Transport transport,
    InetSocketAddress destination,
    NumberPool.Lease lease) {
  private static final Duration SEGMENT_PAUSE = Duration.ofMillis(20);

  /** Sends a request through a transaction. */
  SipMessage send(SipMessage message) {
    leg.sent(message);
    endpoint.send(message, transport, hop());
    return message;
  }

  /** The same, in parts where a mutation asks for it. */
  SipMessage send(SipMessage message, List<MessageMutation> mutations) {
    for (MessageMutation mutation : mutations) {
      if (mutation instanceof MessageMutation.Segments s) {
        leg.sent(message);
        Duration pause = s.pause().orElse(SEGMENT_PAUSE);
        endpoint.sendInParts(message, transport, hop(), s.count(), pause);
        return message;
      }
    }
    return send(message);
  }

  /** Answers a request. */
  SipMessage respond(Arrival request, SipMessage response) {
    leg.responded(request, response);
    endpoint.respond(request, response);
    return response;
  }

  /**
   * Where the next request goes: the dialog's next hop where that is an address of the same reach,
   * else where the call is.
   */
  private InetSocketAddress hop() {
    InetSocketAddress flow = leg.flowRemote().orElse(destination);
    return leg.dialog()
        .flatMap(Dialog::nextHop)
        .flatMap(SipUri::address)
        .filter(a -> a.getAddress().isLoopbackAddress() == flow.getAddress().isLoopbackAddress())
        .orElse(flow);
  }

  /** Sends the ACK to a 2xx, with the answer if the 2xx brought an offer. */
  SipMessage acknowledge(OfferSpec answer, List<HeaderEdit> headers) {
    Dialog dialog =
        leg.dialog()
            .orElseThrow(
                () -> new Unplayable(FindingKind.HARNESS, "there is no 2xx to acknowledge"));
    byte[] body = media.owesAnswer() ? media.answer(answer) : new byte[0];
    SipMessage ack = outbox.ack(dialog, leg.invite().orElseThrow(), body, headers);
    leg.acked(ack);
    endpoint.sendStateless(ack.bytes(), transport, hop());
    return ack;
  }

  /** Sends the same ACK again, to a 2xx that came again (RFC 3261 §13.2.2.4). */
  void acknowledgeAgain(SipMessage response) {
    leg.ackTo(response).ifPresent(a -> endpoint.sendStateless(a.bytes(), transport, hop()));
  }

  /** Takes and at once ends the call of another fork that answered too (RFC 3261 §13.2.2.4). */
  void declineFork(SipMessage response) {
    SipMessage invite = leg.invite().orElseThrow();
    Dialog fork = Dialog.uac(invite, response);
    SipMessage ack = outbox.ack(fork, invite, new byte[0], List.of());
    leg.acked(ack);
    endpoint.sendStateless(ack.bytes(), transport, hop());
    endpoint.send(outbox.within(fork.request("BYE")).build(), transport, hop());
  }

  /** Our Contact: the number that the call is from or to. */
  String contact() {
    boolean called = leg.incoming().isPresent();
    return outbox.contact(called ? lease.called() : lease.calling());
  }

  /** Sends CANCEL. */
  SipMessage cancel() {
    SipMessage invite =
        leg.invite()
            .orElseThrow(() -> new Unplayable(FindingKind.HARNESS, "there is no INVITE to cancel"));
    leg.cancelling();
    SipMessage cancel = RequestBuilder.cancel(invite);
    endpoint.send(cancel, transport, destination);
    return cancel;
  }

  /** Sends BYE, as part of the clean-up. */
  void hangUp() {
    leg.hangingUp();
    send(outbox.within(leg.dialog().orElseThrow().request("BYE")).build());
  }

  /**
   * The SDP of a response: the answer to their offer, the same again once it was given, or an offer
   * of ours where there was none.
   *
   * @param offer what to offer in any case
   * @param answer what to answer; says that there is no body where it is {@code none}
   */
  Optional<byte[]> describe(
      Optional<OfferSpec> offer, Optional<OfferSpec> answer, Optional<OfferSpec> own) {
    byte[] body;
    if (offer.isEmpty() && answer.map(OfferSpec::isNone).orElse(false)) {
      body = new byte[0];
    } else if (offer.isEmpty() && media.owesAnswer()) {
      body = media.answer(answer.orElse(OfferSpec.EMPTY));
    } else if (offer.isEmpty() && media.answerSent().isPresent()) {
      body = media.answerSent().get();
    } else {
      body = media.offer(offer.or(() -> own).orElse(OfferSpec.EMPTY));
    }
    return body.length == 0 ? Optional.empty() : Optional.of(body);
  }
}
