package io.parley.media;

import io.parley.model.StunAttributeName;
import java.util.HexFormat;

/**
 * An attribute of a STUN message.
 *
 * @param type its type, 0 to 0xffff
 * @param value without padding; not to be changed
 * @param at where it begins in its message, in bytes
 */
public record StunAttribute(int type, byte[] value, int at) {
  private static final int OPTIONAL = 0x8000;

  /** Its name, else its type: {@code 0xc057}. */
  public String name() {
    return StunAttributeName.of(type)
        .map(StunAttributeName::toString)
        .orElse(String.format("0x%04x", type));
  }

  /** Whether who does not understand it must refuse the message (RFC 8489 §14). */
  public boolean isComprehensionRequired() {
    return type < OPTIONAL;
  }

  /**
   * What it says.
   *
   * @param transaction the transaction id of its message
   */
  String text(byte[] transaction) {
    return StunAttributeName.of(type)
        .map(name -> StunValue.text(name, value, transaction))
        .orElseGet(() -> HexFormat.of().formatHex(value));
  }
}
