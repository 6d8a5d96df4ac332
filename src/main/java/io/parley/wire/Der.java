package io.parley.wire;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the distinguished encoding of what a certificate is made of (ITU-T X.690). */
final class Der {
  static final byte[] TRUE = element(0x01, new byte[] {(byte) 0xff});

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Der() {}

  /** Any element: its tag, its length in as few bytes as can be, its content. */
  static byte[] element(int tag, byte[]... content) {
    int length = 0;
    for (byte[] part : content) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
    out.write(tag);
    if (length < 128) {
      out.write(length);
    } else {
      byte[] digits = BigInteger.valueOf(length).toByteArray();
      int from = digits[0] == 0 ? 1 : 0;
      out.write(0x80 | digits.length - from);
      out.write(digits, from, digits.length - from);
    }
    for (byte[] part : content) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] sequence(byte[]... parts) {
    return element(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return element(0x31, parts);
  }

  static byte[] integer(BigInteger value) {
    return element(0x02, value.toByteArray());
  }

  static byte[] octets(byte[] content) {
    return element(0x04, content);
  }

  /** A bit string of whole bytes, or with the given number of unused bits at its end. */
  static byte[] bits(int unused, byte[] content) {
    return element(0x03, new byte[] {(byte) unused}, content);
  }

  static byte[] utf8(String text) {
    return element(0x0c, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A time before 2050, as RFC 5280 §4.1.2.5 wants it. */
  static byte[] time(Instant time) {
    return element(0x17, UTC.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  /** An object identifier such as {@code 2.5.29.17}. */
  static byte[] oid(String dotted) {
    String[] arcs = dotted.split("\\.");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    arc(out, Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      arc(out, Integer.parseInt(arcs[i]));
    }
    return element(0x06, out.toByteArray());
  }

  private static void arc(ByteArrayOutputStream out, int value) {
    int shift = 28;
    while (shift > 0 && value >> shift == 0) {
      shift -= 7;
    }
    for (; shift > 0; shift -= 7) {
      out.write(0x80 | value >> shift & 0x7f);
    }
    out.write(value & 0x7f);
  }
}
