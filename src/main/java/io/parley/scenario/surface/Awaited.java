package io.parley.scenario.surface;

import io.parley.model.PacketKind;
import io.parley.model.StatusPattern;
import java.util.List;
import java.util.Optional;

/** What a step waits for. */
public sealed interface Awaited {
  /** The request's method; empty = it is no request. */
  default Optional<String> method() {
    return this instanceof Method m ? Optional.of(m.name()) : Optional.empty();
  }

  /** What the response may be; none = it is no response. */
  default List<StatusPattern> statuses() {
    return this instanceof Statuses s ? s.patterns() : List.of();
  }

  /** A request. */
  record Method(String name) implements Awaited {}

  /** A response with one of these. */
  record Statuses(List<StatusPattern> patterns) implements Awaited {}

  /** What comes at the actor's media port. */
  record Packet(PacketKind kind) implements Awaited {}

  /** What {@code expect} says; the unnamed one has the empty name. */
  record Expected(String name) implements Awaited {}
}
