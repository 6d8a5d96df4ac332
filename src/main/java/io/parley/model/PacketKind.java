package io.parley.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A sort of packet at a media port (RFC 7983 §7), as the language names it. */
public enum PacketKind {
  STUN("STUN"),
  /** With the method Binding, a connectivity check (RFC 8445 §7.2.2). */
  STUN_REQUEST("STUN request"),
  /** With the method Binding, a keepalive (RFC 8445 §11). */
  STUN_INDICATION("STUN indication"),
  STUN_SUCCESS("STUN success"),
  STUN_ERROR("STUN error"),
  DTLS("DTLS"),
  RTP("RTP"),
  RTCP("RTCP");

  private final String text;

  PacketKind(String text) {
    this.text = text;
  }

  /** The kind of that name. */
  public static Optional<PacketKind> of(String text) {
    return Arrays.stream(values()).filter(k -> k.text.equals(text)).findFirst();
  }

  /** All names, in order. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(PacketKind::toString).toList();
  }

  /** Whether it is a message of the method Binding, which a script can send. */
  public boolean isSendable() {
    return isStun() && this != STUN;
  }

  /** Whether it is STUN, which has attributes. */
  public boolean isStun() {
    return text.startsWith("STUN");
  }

  @Override
  public String toString() {
    return text;
  }
}
