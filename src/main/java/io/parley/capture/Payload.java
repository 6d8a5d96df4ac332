package io.parley.capture;

import java.util.Arrays;

/**
 * Bytes of one protocol within those of a packet.
 *
 * @param bytes the array they lie in
 * @param from offset of the first
 * @param to offset behind the last
 */
record Payload(byte[] bytes, int from, int to) {

  int length() {
    return to - from;
  }

  /** One byte, 0..255. */
  int u8(int at) {
    return bytes[from + at] & 0xff;
  }

  /** Two bytes in network order. */
  int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  /** Four bytes in network order. */
  int i32(int at) {
    return u16(at) << 16 | u16(at + 2);
  }

  /** What is left behind that many bytes; empty when there are fewer. */
  Payload after(int count) {
    return new Payload(bytes, Math.min(from + count, to), to);
  }

  /** At most that many bytes. */
  Payload first(int count) {
    return new Payload(bytes, from, Math.min(to, from + Math.max(0, count)));
  }

  /** The bytes alone. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
