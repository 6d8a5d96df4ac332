package io.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A step that waits for a message to an actor. */
public sealed interface ReceiveStep extends Step {

  /** Whether the message need not come. */
  boolean optional();

  /**
   * Wait for a request.
   *
   * @param within how long; empty = the target's response timer
   * @param fork the name of the fork it must be of; empty = any
   */
  record Request(
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
      implements ReceiveStep {}

  /**
   * Wait for a response.
   *
   * @param method the method of the request it answers; empty = the actor's last request
   * @param status any of these
   * @param fork the name of the fork it must be of, which it gives to the first that has none;
   *     empty = any
   */
  record Response(
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
      implements ReceiveStep {}

  /**
   * Wait for what {@code expect} says for this case's profile.
   *
   * @param name which expectation; empty = the only or unnamed one
   */
  record Expected(SourcePosition at, String actor, String name, Optional<Condition> when)
      implements ReceiveStep {
    @Override
    public boolean optional() {
      return false;
    }
  }
}
