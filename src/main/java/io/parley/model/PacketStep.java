package io.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A step that concerns what comes at the media port that an actor names in its SDP. */
public sealed interface PacketStep extends Step {

  /** What is meant. */
  PacketKind packet();

  /**
   * Wait for a packet.
   *
   * @param optional whether it need not come
   * @param within how long; empty = the target's response timer
   * @param attributes what the attributes of a STUN message must be; one that comes with others is
   *     not the one that is waited for
   */
  record Receive(
      SourcePosition at,
      String actor,
      PacketKind packet,
      boolean optional,
      Optional<Duration> within,
      List<HeaderCheck> attributes,
      Optional<Condition> when)
      implements PacketStep {}

  /**
   * Send a STUN message of the method Binding from the actor's media port to the candidate in the
   * SDP that came, or answer the request that came last.
   *
   * @param attributes what is set otherwise than ICE does, or left out
   * @param after wait that long after the step became due
   */
  record Send(
      SourcePosition at,
      String actor,
      PacketKind packet,
      List<HeaderEdit> attributes,
      Optional<Duration> after,
      Optional<Condition> when)
      implements PacketStep {}

  /**
   * A packet that must not come for a time. Steps that send wait until the time is over.
   *
   * @param lasting how long, from when the step is reached
   */
  record Never(
      SourcePosition at,
      String actor,
      PacketKind packet,
      Duration lasting,
      Optional<Condition> when)
      implements PacketStep {}
}
