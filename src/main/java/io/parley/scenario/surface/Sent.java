package io.parley.scenario.surface;

import io.parley.model.PacketKind;

/** What a step sends. */
public sealed interface Sent {
  /** A request. */
  record Method(String name) implements Sent {}

  /** A STUN message from the media port. */
  record Packet(PacketKind kind) implements Sent {}

  /** A response, 101..699. */
  record Status(int code) implements Sent {}
}
