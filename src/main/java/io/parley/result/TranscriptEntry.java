package io.parley.result;

import io.parley.media.Packet;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.util.Optional;

/**
 * One message of a case, or one packet at a media port of an actor.
 *
 * @param actor the actor of ours that sent or received it
 * @param frame bytes, time, flow
 * @param message the lenient view; of a packet an empty message
 * @param retransmission whether the same bytes, or the same response to the same request, crossed
 *     before
 * @param cleanup whether it belongs to our clean-up after the script
 * @param packet what came at a media port, or left it; empty = it is a message
 */
public record TranscriptEntry(
    String actor,
    Frame frame,
    SipMessage message,
    boolean retransmission,
    boolean cleanup,
    Optional<Packet> packet) {

  /** A message. */
  public TranscriptEntry(
      String actor, Frame frame, SipMessage message, boolean retransmission, boolean cleanup) {
    this(actor, frame, message, retransmission, cleanup, Optional.empty());
  }

  /** What it is in one line: a message's start line, {@code STUN Binding request}. */
  public String title() {
    return packet.map(Packet::title).orElseGet(message::startLine);
  }
}
