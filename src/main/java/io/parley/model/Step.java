package io.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One line of the ladder: an actor sends or receives one message. */
public sealed interface Step
    permits Step.SendRequest,
        Step.SendRaw,
        Step.SendResponse,
        Step.ReceiveRequest,
        Step.ReceiveResponse,
        Step.ReceiveExpected,
        Step.Never,
        Step.Repeated,
        Step.Capture,
        Step.Disconnect,
        Step.ServerOutage,
        Step.Check,
        Step.Pause,
        Step.Unordered,
        PacketStep {

  /** Where it is written; for the short form, where the expectation or the scenario stands. */
  SourcePosition at();

  /** The actor's name. */
  String actor();

  /** Play this step only if an earlier {@code receive: expected} ended so; empty = always. */
  Optional<Condition> when();

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
  record SendRequest(
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
      implements Step {}

  /**
   * Send bytes as they are, as a request of their own, on the raw lane.
   *
   * @param message the message
   */
  record SendRaw(
      SourcePosition at,
      String actor,
      RawMessage message,
      Optional<Duration> after,
      Optional<Condition> when)
      implements Step {}

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
  record SendResponse(
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
      implements Step {}

  /**
   * Wait for a request.
   *
   * @param within how long; empty = the target's response timer
   * @param fork the name of the fork it must be of; empty = any
   */
  record ReceiveRequest(
      SourcePosition at,
      String actor,
      String method,
      boolean optional,
      Optional<Duration> within,
      List<HeaderCheck> headers,
      Optional<SdpExpectation> offer,
      Optional<SdpExpectation> answer,
      Optional<String> fork,
      Optional<Condition> when)
      implements Step {}

  /**
   * Wait for a response.
   *
   * @param method the method of the request it answers; empty = the actor's last request
   * @param status any of these
   * @param fork the name of the fork it must be of, which it gives to the first that has none;
   *     empty = any
   */
  record ReceiveResponse(
      SourcePosition at,
      String actor,
      Optional<String> method,
      List<StatusPattern> status,
      boolean optional,
      Optional<Duration> within,
      List<HeaderCheck> headers,
      Optional<SdpExpectation> offer,
      Optional<SdpExpectation> answer,
      Optional<String> fork,
      Optional<Condition> when)
      implements Step {}

  /**
   * Wait for what {@code expect} says for this case's profile.
   *
   * @param name which expectation; empty = the only or unnamed one
   */
  record ReceiveExpected(SourcePosition at, String actor, String name, Optional<Condition> when)
      implements Step {}

  /**
   * A message that must not come for a time. Steps that send wait until the time is over.
   *
   * @param method the request that must not come; empty = a response to the actor's last request
   * @param status which responses must not come; empty with a method
   * @param lasting how long, from when the step is reached
   */
  record Never(
      SourcePosition at,
      String actor,
      Optional<String> method,
      List<StatusPattern> status,
      Duration lasting,
      Optional<Condition> when)
      implements Step {}

  /**
   * Copies of a message that was received: retransmissions, as they came on the wire.
   *
   * @param method the request that is repeated; empty = a response
   * @param answered the method of the request that the response answers; empty = the actor's last
   * @param status the response; empty with a method
   * @param copies how many, and when
   */
  record Repeated(
      SourcePosition at,
      String actor,
      Optional<String> method,
      Optional<String> answered,
      List<StatusPattern> status,
      Copies copies,
      Optional<Condition> when)
      implements Step {}

  /**
   * Keep something of the message that a receive above took.
   *
   * @param receive where that receive stands
   */
  record Capture(SourcePosition at, String actor, SourcePosition receive, CaptureRule rule)
      implements Step {
    @Override
    public Optional<Condition> when() {
      return Optional.empty();
    }
  }

  /**
   * End the connection to the target; the next message makes a new one. Due as a send is.
   *
   * @param how closed or cut off
   */
  record Disconnect(SourcePosition at, String actor, ConnectionEnd how, Optional<Condition> when)
      implements Step {}

  /**
   * The actor's server falls silent or comes back. Due as a send is.
   *
   * @param outage which of the two
   */
  record ServerOutage(SourcePosition at, String actor, Outage outage, Optional<Condition> when)
      implements Step {}

  /** Compare what crossed the wire so far; due as a send is. */
  record Check(Comparison comparison, Optional<Condition> when) implements Step {
    @Override
    public SourcePosition at() {
      return comparison.at();
    }

    @Override
    public String actor() {
      return "";
    }
  }

  /**
   * Nothing is sent for a time.
   *
   * @param lasting how long, from when the step is due
   */
  record Pause(SourcePosition at, Duration lasting) implements Step {
    @Override
    public String actor() {
      return "";
    }

    @Override
    public Optional<Condition> when() {
      return Optional.empty();
    }
  }

  /**
   * A receive that may be met before or after its neighbours of the same group.
   *
   * @param group where the group stands; the same for all its members
   * @param within how long the whole group waits; empty = each as long as it would alone
   * @param step the receive
   */
  record Unordered(SourcePosition group, Optional<Duration> within, Step step) implements Step {
    @Override
    public SourcePosition at() {
      return step.at();
    }

    @Override
    public String actor() {
      return step.actor();
    }

    @Override
    public Optional<Condition> when() {
      return step.when();
    }
  }
}
