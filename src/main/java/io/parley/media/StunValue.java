package io.parley.media;

import io.parley.model.StunAttributeName;
import io.parley.wire.IpLiteral;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The value of a STUN attribute as text and as bytes (RFC 8489 §14, RFC 8445 §16.1). */
final class StunValue {
  private static final HexFormat HEX = HexFormat.of();
  private static final int ADDRESS_4 = 8;
  private static final int ADDRESS_6 = 20;

  private StunValue() {}

  /**
   * What a value says: a text, an address and port, a number, a status and its phrase, else
   * hexadecimal digits.
   *
   * @param transaction of its message, with which an address is mixed
   */
  static String text(StunAttributeName name, byte[] value, byte[] transaction) {
    return switch (name.form()) {
      case TEXT -> new String(value, StandardCharsets.UTF_8);
      case NUMBER ->
          value.length == 4
              ? Integer.toUnsignedString(ByteBuffer.wrap(value).getInt())
              : HEX.formatHex(value);
      case ERROR -> error(value);
      case ADDRESS -> address(isMixed(name) ? mixed(value, transaction) : value);
      default -> HEX.formatHex(value);
    };
  }

  /**
   * The bytes of what a text says.
   *
   * @throws IllegalArgumentException when it is no value of that attribute
   */
  static byte[] bytes(StunAttributeName name, String text, byte[] transaction) {
    if (!name.form().takes(text)) {
      throw new IllegalArgumentException(
          name + ": expected " + name.form().words() + ", found '" + text + "'");
    }
    return switch (name.form()) {
      case TEXT -> text.getBytes(StandardCharsets.UTF_8);
      case NUMBER -> ByteBuffer.allocate(4).putInt(Integer.parseUnsignedInt(text)).array();
      case ERROR -> error(text);
      case ADDRESS -> isMixed(name) ? mixed(address(text), transaction) : address(text);
      default -> HEX.parseHex(text);
    };
  }

  private static boolean isMixed(StunAttributeName name) {
    return name == StunAttributeName.XOR_MAPPED_ADDRESS;
  }

  private static String error(byte[] value) {
    if (value.length < 4) {
      return HEX.formatHex(value);
    }
    String phrase = new String(value, 4, value.length - 4, StandardCharsets.UTF_8);
    return ((value[2] & 7) * 100 + (value[3] & 0xff) + " " + phrase).strip();
  }

  private static byte[] error(String text) {
    byte[] phrase = text.substring(3).strip().getBytes(StandardCharsets.UTF_8);
    int code = Integer.parseInt(text.substring(0, 3));
    return ByteBuffer.allocate(4 + phrase.length)
        .putShort((short) 0)
        .put((byte) (code / 100))
        .put((byte) (code % 100))
        .put(phrase)
        .array();
  }

  /** Port and address are mixed with the cookie and the transaction id (§14.2). */
  private static byte[] mixed(byte[] value, byte[] transaction) {
    byte[] key =
        ByteBuffer.allocate(4 + transaction.length)
            .putInt(StunMessage.MAGIC_COOKIE)
            .put(transaction)
            .array();
    byte[] out = value.clone();
    for (int i = 2; i < Math.min(out.length, ADDRESS_6); i++) {
      out[i] ^= key[i < 4 ? i - 2 : i - 4];
    }
    return out;
  }

  private static String address(byte[] plain) {
    if (plain.length != ADDRESS_4 && plain.length != ADDRESS_6) {
      return HEX.formatHex(plain);
    }
    String host = host(Arrays.copyOfRange(plain, 4, plain.length));
    int port = ByteBuffer.wrap(plain).getShort(2) & 0xffff;
    return (plain.length == ADDRESS_4 ? host : "[" + host + "]") + ":" + port;
  }

  private static String host(byte[] address) {
    try {
      return IpLiteral.text(InetAddress.getByAddress(address));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four and sixteen bytes are an address", e);
    }
  }

  private static byte[] address(String text) {
    int colon = text.lastIndexOf(':');
    int port = Integer.parseInt(text.substring(colon + 1));
    byte[] address =
        IpLiteral.parse(text.substring(0, colon))
            .orElseThrow(() -> new IllegalArgumentException("no address: '" + text + "'"))
            .getAddress();
    return ByteBuffer.allocate(4 + address.length)
        .put((byte) 0)
        .put((byte) (address.length == 4 ? 1 : 2))
        .putShort((short) port)
        .put(address)
        .array();
  }
}
