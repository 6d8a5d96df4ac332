package io.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A step with which an actor sends a message. */
public sealed interface SendStep extends Step {

  /** How long it waits after it became due; empty = not at all. */
  Optional<Duration> after();

  /**
   * Send a request.
   *
   * @param method SIP method as written on the wire
   * @param to called number, URI or actor name; only for a request that starts a dialog
   * @param offer offer in the body; empty = the actor's own for INVITE, none otherwise
   * @param answer answer in the body (ACK of a delayed offer, PRACK to one)
   * @param fork the name of the fork it is sent in; empty = the call's own dialog
   * @param after wait that long after the step became due
   */
  record Request(
      SourcePosition at,
      String actor,
      String method,
      Optional<String> to,
      Optional<OfferSpec> offer,
      Optional<OfferSpec> answer,
      List<HeaderEdit> headers,
      Optional<BodySpec> body,
      List<MessageMutation> mutate,
      Optional<String> fork,
      Optional<Duration> after,
      Optional<Condition> when)
      implements SendStep {}

  /**
   * Send bytes as they are, as a request of their own, on the raw lane.
   *
   * @param message the message
   */
  record Raw(
      SourcePosition at,
      String actor,
      RawMessage message,
      Optional<Duration> after,
      Optional<Condition> when)
      implements SendStep {}

  /**
   * Send a response to the request the actor received last and has not finished answering.
   *
   * @param status 101..699
   * @param phrase reason phrase; empty = the usual one
   * @param offer offer in a response to a delayed offer
   * @param answer answer; empty = the actor's own, else by RFC 3264; {@link OfferSpec#NO_OFFER} =
   *     no body
   * @param method the method of the request it answers; empty = whichever was received last
   * @param reliable whether a provisional response has to be acknowledged with PRACK (RFC 3262)
   * @param fork the name of the fork it makes or is of; empty = the one that needs no name
   */
  record Response(
      SourcePosition at,
      String actor,
      int status,
      Optional<String> phrase,
      Optional<OfferSpec> offer,
      Optional<OfferSpec> answer,
      List<HeaderEdit> headers,
      Optional<BodySpec> body,
      Optional<String> method,
      boolean reliable,
      Optional<String> fork,
      Optional<Duration> after,
      Optional<Condition> when)
      implements SendStep {}
}
