package io.parley.report;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Makes IP packets: RFC 791, RFC 8200, RFC 768, RFC 9293, with their checksums (RFC 1071). */
final class IpPacket {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int TCP_ACK = 0x10;
  private static final int TCP_PSH = 0x08;

  private IpPacket() {}

  static byte[] udp(InetSocketAddress from, InetSocketAddress to, byte[] payload) {
    ByteBuffer b = ByteBuffer.allocate(8 + payload.length);
    b.putShort((short) from.getPort()).putShort((short) to.getPort());
    b.putShort((short) b.capacity()).putShort((short) 0).put(payload);
    int sum = transportChecksum(from, to, UDP, b.array());
    // RFC 768: a computed zero is sent as all ones, since zero means "no checksum".
    b.putShort(6, (short) (sum == 0 ? 0xffff : sum));
    return ip(from, to, UDP, b.array());
  }

  static byte[] tcp(InetSocketAddress from, InetSocketAddress to, TcpSequence.Segment segment) {
    ByteBuffer b = ByteBuffer.allocate(20 + segment.bytes().length);
    b.putShort((short) from.getPort()).putShort((short) to.getPort());
    b.putInt(segment.sequence()).putInt(segment.acknowledged());
    b.put((byte) (5 << 4)).put((byte) (TCP_ACK | (segment.last() ? TCP_PSH : 0)));
    b.putShort((short) 0xffff).putInt(0).put(segment.bytes());
    b.putShort(16, (short) transportChecksum(from, to, TCP, b.array()));
    return ip(from, to, TCP, b.array());
  }

  private static byte[] ip(
      InetSocketAddress from, InetSocketAddress to, int protocol, byte[] payload) {
    byte[] source = address(from, to);
    byte[] destination = address(to, from);
    return source.length == 4
        ? v4(source, destination, protocol, payload)
        : v6(source, destination, protocol, payload);
  }

  private static byte[] v4(byte[] from, byte[] to, int protocol, byte[] payload) {
    ByteBuffer b = ByteBuffer.allocate(20 + payload.length);
    b.put((byte) 0x45).put((byte) 0).putShort((short) b.capacity());
    b.putShort((short) 0).putShort((short) 0x4000);
    b.put((byte) 64).put((byte) protocol).putShort((short) 0).put(from).put(to);
    b.putShort(10, (short) checksum(sum(b.array(), 0, 20)));
    return b.put(payload).array();
  }

  private static byte[] v6(byte[] from, byte[] to, int protocol, byte[] payload) {
    ByteBuffer b = ByteBuffer.allocate(40 + payload.length);
    b.putInt(0x60000000).putShort((short) payload.length);
    b.put((byte) protocol).put((byte) 64).put(from).put(to);
    return b.put(payload).array();
  }

  /** The address, of the family that both ends share: an IPv4 end towards IPv6 is mapped. */
  private static byte[] address(InetSocketAddress of, InetSocketAddress other) {
    byte[] raw = raw(of);
    int size = Math.max(raw.length, raw(other).length);
    if (raw.length == size) {
      return raw;
    }
    return ByteBuffer.allocate(16).putLong(0).putInt(0xffff).put(raw).array();
  }

  private static byte[] raw(InetSocketAddress end) {
    InetAddress address = end.getAddress();
    return address == null ? new byte[4] : address.getAddress();
  }

  private static int transportChecksum(
      InetSocketAddress from, InetSocketAddress to, int protocol, byte[] segment) {
    byte[] source = address(from, to);
    byte[] destination = address(to, from);
    long sum = protocol + segment.length;
    sum += sum(source, 0, source.length) + sum(destination, 0, destination.length);
    return checksum(sum + sum(segment, 0, segment.length));
  }

  private static long sum(byte[] bytes, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += (bytes[i] & 0xff) << ((i - from) % 2 == 0 ? 8 : 0);
    }
    return sum;
  }

  private static int checksum(long sum) {
    long folded = sum;
    while (folded >> 16 != 0) {
      folded = (folded & 0xffff) + (folded >> 16);
    }
    return (int) (~folded & 0xffff);
  }
}
