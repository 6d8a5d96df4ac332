package io.parley.capture;

import java.util.Optional;

/**
 * Takes off what carries a packet within another: mirrored ports (ERSPAN, VXLAN, Geneve), GRE, IP
 * in IP. Lengths are checked by {@link Payload#after}: what is too short comes out empty.
 */
final class Tunnel {
  private static final int IP4_IN_IP = 4;
  private static final int IP6_IN_IP = 41;
  private static final int GRE = 47;
  private static final int UDP = 17;
  private static final int VXLAN_PORT = 4789;
  private static final int GENEVE_PORT = 6081;
  private static final int ERSPAN_2 = 0x88be;
  private static final int ERSPAN_3 = 0x22eb;
  private static final int BRIDGED = 0x6558;
  private static final int SEQUENCE = 0x1000;
  private static final int ETHERNET = 1;

  private Tunnel() {}

  /** The IP packet within; empty where there is none. */
  static Optional<Payload> inner(IpPayload ip) {
    return switch (ip.protocol()) {
      case IP4_IN_IP, IP6_IN_IP -> Optional.of(ip.data());
      case GRE -> gre(ip.data());
      case UDP -> udp(ip.data());
      default -> Optional.empty();
    };
  }

  /** RFC 2784, RFC 2890: checksum, key and sequence number are there by a bit each. */
  private static Optional<Payload> gre(Payload p) {
    if (p.length() < 4 || (p.u16(0) & 0x4007) != 0) {
      return Optional.empty();
    }
    int flags = p.u16(0);
    Payload data = p.after(4 + Integer.bitCount(flags & 0xb000) * 4);
    return switch (p.u16(2)) {
      case ERSPAN_2 -> LinkLayer.ip(ETHERNET, data.after((flags & SEQUENCE) == 0 ? 0 : 8));
      case ERSPAN_3 -> LinkLayer.ip(ETHERNET, data.after(erspan3(data)));
      default -> carried(p.u16(2), data);
    };
  }

  /** Its header has a part more where the last bit of the first one says so. */
  private static int erspan3(Payload data) {
    return data.length() < 12 || (data.u8(11) & 1) == 0 ? 12 : 20;
  }

  private static Optional<Payload> udp(Payload p) {
    if (p.length() < 16) {
      return Optional.empty();
    }
    Payload data = p.after(8);
    return switch (p.u16(2)) {
      // RFC 7348 §5: the bit that says that there is a network identifier is always set.
      case VXLAN_PORT -> data.u8(0) == 8 ? LinkLayer.ip(ETHERNET, data.after(8)) : Optional.empty();
      // RFC 8926 §3.4: version 0, options in words of four bytes.
      case GENEVE_PORT ->
          data.u8(0) >> 6 == 0
              ? carried(data.u16(2), data.after(8 + (data.u8(0) & 0x3f) * 4))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Payload> carried(int type, Payload data) {
    return type == BRIDGED ? LinkLayer.ip(ETHERNET, data) : LinkLayer.ether(type, data);
  }
}
