package io.parley.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The attributes of STUN messages that have a name here (RFC 8489 §18.3, RFC 8445 §16.1). */
public enum StunAttributeName {
  MAPPED_ADDRESS(0x0001),
  USERNAME(0x0006),
  MESSAGE_INTEGRITY(0x0008),
  ERROR_CODE(0x0009),
  UNKNOWN_ATTRIBUTES(0x000a),
  REALM(0x0014),
  NONCE(0x0015),
  MESSAGE_INTEGRITY_SHA256(0x001c),
  XOR_MAPPED_ADDRESS(0x0020),
  PRIORITY(0x0024),
  USE_CANDIDATE(0x0025),
  SOFTWARE(0x8022),
  ALTERNATE_SERVER(0x8023),
  FINGERPRINT(0x8028),
  ICE_CONTROLLED(0x8029),
  ICE_CONTROLLING(0x802a);

  private final int type;

  StunAttributeName(int type) {
    this.type = type;
  }

  /** Its type on the wire. */
  public int type() {
    return type;
  }

  /** The name of a type. */
  public static Optional<StunAttributeName> of(int type) {
    return Arrays.stream(values()).filter(n -> n.type == type).findFirst();
  }

  /** All names, as in their RFC. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(StunAttributeName::toString).toList();
  }

  @Override
  public String toString() {
    return name().replace('_', '-');
  }
}
