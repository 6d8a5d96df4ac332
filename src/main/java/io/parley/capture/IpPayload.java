package io.parley.capture;

import java.util.Optional;

/**
 * What an IP packet carries: RFC 791, RFC 8200.
 *
 * @param source the sender's address
 * @param destination the receiver's address
 * @param protocol 6 = TCP, 17 = UDP
 * @param identification of the datagram a fragment belongs to
 * @param offset where the fragment stands in it, in bytes
 * @param more whether fragments follow it
 * @param data the bytes, without what a link added behind them
 * @param missing how many of its bytes were not captured
 */
record IpPayload(
    String source,
    String destination,
    int protocol,
    int identification,
    int offset,
    boolean more,
    Payload data,
    int missing) {

  /** Whether it is a part of a datagram only. */
  boolean fragment() {
    return more || offset > 0;
  }

  /** Reads a packet; empty when it is not IP or is cut within its headers. */
  static Optional<IpPayload> read(Payload p) {
    if (p.length() < 1) {
      return Optional.empty();
    }
    return switch (p.u8(0) >> 4) {
      case 4 -> v4(p);
      case 6 -> v6(p);
      default -> Optional.empty();
    };
  }

  private static Optional<IpPayload> v4(Payload p) {
    int header = (p.u8(0) & 0xf) * 4;
    if (header < 20 || p.length() < header) {
      return Optional.empty();
    }
    // A total length of 0: the network card was to fill it in (TCP segmentation offload).
    int total = p.u16(2) == 0 ? p.length() : p.u16(2);
    Payload data = p.first(total).after(header);
    int flags = p.u16(6);
    return Optional.of(
        new IpPayload(
            IpText.of(p.after(12).first(4)),
            IpText.of(p.after(16).first(4)),
            p.u8(9),
            p.u16(4),
            (flags & 0x1fff) * 8,
            (flags & 0x2000) != 0,
            data,
            Math.max(0, total - header - data.length())));
  }

  private static Optional<IpPayload> v6(Payload p) {
    if (p.length() < 40) {
      return Optional.empty();
    }
    int length = p.u16(4) == 0 ? p.length() - 40 : p.u16(4);
    Payload data = p.after(40).first(length);
    int missing = Math.max(0, length - data.length());
    int next = p.u8(6);
    int identification = 0;
    int offset = 0;
    boolean more = false;
    while (next == 0 || next == 43 || next == 60 || next == 44 || next == 51) {
      if (data.length() < 8) {
        return Optional.empty();
      }
      int size = next == 44 ? 8 : next == 51 ? (data.u8(1) + 2) * 4 : (data.u8(1) + 1) * 8;
      if (next == 44) {
        offset = data.u16(2) & 0xfff8;
        more = (data.u16(2) & 1) != 0;
        identification = data.i32(4);
      }
      next = data.u8(0);
      data = data.after(size);
      if (offset > 0) {
        break;
      }
    }
    String source = IpText.of(p.after(8).first(16));
    String destination = IpText.of(p.after(24).first(16));
    return Optional.of(
        new IpPayload(source, destination, next, identification, offset, more, data, missing));
  }

  /** The same datagram, whole. */
  IpPayload whole(byte[] bytes) {
    return new IpPayload(
        source, destination, protocol, 0, 0, false, new Payload(bytes, 0, bytes.length), 0);
  }
}
