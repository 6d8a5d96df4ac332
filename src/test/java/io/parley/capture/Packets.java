package io.parley.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Packets and capture files put together by hand, byte by byte. */
final class Packets {
  static final byte[] A = {(byte) 192, 0, 2, 1};
  static final byte[] B = {(byte) 192, 0, 2, 2};
  static final byte[] A6 = ip6(1);
  static final byte[] B6 = ip6(2);

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private int seconds = 1_700_000_000;

  /** A classic capture file of that link type. */
  static Packets pcap(int linkType) {
    Packets out = new Packets();
    ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    out.file.writeBytes(header.putInt(262_144).putInt(linkType).array());
    return out;
  }

  Packets add(byte[]... packets) {
    Arrays.stream(packets).forEach(p -> add(p, p.length));
    return this;
  }

  /** A packet that was longer on the wire than what is in the file. */
  Packets add(byte[] packet, int original) {
    ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(seconds++).putInt(0).putInt(packet.length).putInt(original);
    file.writeBytes(header.array());
    file.writeBytes(packet);
    return this;
  }

  byte[] bytes() {
    return file.toByteArray();
  }

  Capture read() {
    return Packets.read(bytes());
  }

  static Capture read(byte[] bytes) {
    try {
      return CaptureFile.read("test", new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] invite(int number) {
    String sdp = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";
    return ("INVITE sip:+1555010%04d@example.com SIP/2.0\r\n".formatted(number)
            + "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK"
            + number
            + "\r\nFrom: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\nCall-ID: call-"
            + number
            + "\r\nCSeq: 1 INVITE\r\nContent-Type: application/sdp\r\nContent-Length: "
            + sdp.length()
            + "\r\n\r\n"
            + sdp)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] udp(byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .putShort((short) 5060)
        .putShort((short) 5062)
        .putShort((short) (8 + payload.length))
        .putShort((short) 0)
        .put(payload)
        .array();
  }

  static byte[] tcp(int sequence, int flags, byte[] payload) {
    return ByteBuffer.allocate(20 + payload.length)
        .putShort((short) 5060)
        .putShort((short) 5062)
        .putInt(sequence)
        .putInt(0)
        .put((byte) 0x50)
        .put((byte) flags)
        .putShort((short) 8192)
        .putInt(0)
        .put(payload)
        .array();
  }

  static byte[] ip4(int protocol, byte[] payload) {
    return ip4(protocol, 7, 0, payload);
  }

  /** A packet or a fragment; {@code field} is the word with flags and offset. */
  static byte[] ip4(int protocol, int identification, int field, byte[] payload) {
    return ByteBuffer.allocate(20 + payload.length)
        .putShort((short) 0x4500)
        .putShort((short) (20 + payload.length))
        .putShort((short) identification)
        .putShort((short) field)
        .put((byte) 64)
        .put((byte) protocol)
        .putShort((short) 0)
        .put(A)
        .put(B)
        .put(payload)
        .array();
  }

  static byte[] ip6(int next, byte[] payload) {
    return ByteBuffer.allocate(40 + payload.length)
        .putInt(0x60000000)
        .putShort((short) payload.length)
        .put((byte) next)
        .put((byte) 64)
        .put(A6)
        .put(B6)
        .put(payload)
        .array();
  }

  static byte[] behind(int[] header, byte[] packet) {
    ByteBuffer out = ByteBuffer.allocate(header.length + packet.length);
    Arrays.stream(header).forEach(b -> out.put((byte) b));
    return out.put(packet).array();
  }

  static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), Math.min(to, bytes.length));
  }

  private static byte[] ip6(int last) {
    byte[] out = new byte[16];
    out[0] = 0x20;
    out[1] = 0x01;
    out[2] = 0x0d;
    out[3] = (byte) 0xb8;
    out[15] = (byte) last;
    return out;
  }
}
