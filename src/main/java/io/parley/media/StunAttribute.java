package io.parley.media;

import io.parley.model.StunAttributeName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An attribute of a STUN message (RFC 8489 §14, RFC 8445 §16.1).
 *
 * @param type its type, 0 to 0xffff
 * @param value without padding; not to be changed
 * @param at where it begins in its message, in bytes
 */
public record StunAttribute(int type, byte[] value, int at) {
  /** Its name, else its type: {@code 0xc057}. */
  public String name() {
    return known().map(StunAttributeName::toString).orElse(String.format("0x%04x", type));
  }

  private Optional<StunAttributeName> known() {
    return StunAttributeName.of(type);
  }

  /**
   * What it says: a text, an address and port, a number, a status and its phrase, else hexadecimal
   * digits.
   *
   * @param of its message, whose cookie and transaction id an address is mixed with
   */
  String text(StunMessage of) {
    if (known().isEmpty()) {
      return hex();
    }
    return switch (known().get()) {
      case USERNAME, REALM, SOFTWARE -> new String(value, StandardCharsets.UTF_8);
      case MAPPED_ADDRESS -> address(value);
      case XOR_MAPPED_ADDRESS -> address(mixed(of));
      case PRIORITY -> value.length == 4 ? Integer.toUnsignedString(buffer().getInt()) : hex();
      case ERROR_CODE -> error();
      default -> hex();
    };
  }

  private String hex() {
    return HexFormat.of().formatHex(value);
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(value);
  }

  private String error() {
    if (value.length < 4) {
      return hex();
    }
    String phrase = new String(value, 4, value.length - 4, StandardCharsets.UTF_8);
    return ((value[2] & 7) * 100 + value[3] + " " + phrase).strip();
  }

  /** The port and the address are mixed with the bytes after the message's length (§14.2). */
  private byte[] mixed(StunMessage of) {
    byte[] out = value.clone();
    for (int i = 2; i < out.length; i++) {
      int key = i < 4 ? i + 2 : i;
      out[i] ^= of.bytes()[key];
    }
    return out;
  }

  private String address(byte[] plain) {
    if (plain.length != 8 && plain.length != 20) {
      return hex();
    }
    try {
      InetAddress host = InetAddress.getByAddress(Arrays.copyOfRange(plain, 4, plain.length));
      int port = ByteBuffer.wrap(plain).getShort(2) & 0xffff;
      String text = host.getHostAddress();
      return (plain.length == 8 ? text : "[" + text + "]") + ":" + port;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four and sixteen bytes are an address", e);
    }
  }
}
