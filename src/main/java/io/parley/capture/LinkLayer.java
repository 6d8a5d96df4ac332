package io.parley.capture;

import java.util.Optional;

/**
 * Takes off what a link puts around an IP packet (https://www.tcpdump.org/linktypes.html). Lengths
 * are checked by {@link Payload#after}: what is too short comes out empty.
 */
final class LinkLayer {
  /** Wireshark's export of upper PDUs. */
  static final int EXPORTED = 252;

  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int PPPOE = 0x8864;
  private static final int MPLS = 0x8847;

  private LinkLayer() {}

  /** The IP packet; empty when there is none or the link type is not read. */
  static Optional<Payload> ip(int linkType, Payload p) {
    return switch (linkType) {
      case 0, 108 -> p.length() < 4 ? Optional.empty() : Optional.of(p.after(4));
      case 1 -> p.length() < 14 ? Optional.empty() : ether(p.u16(12), p.after(14));
      case 12, 14, 101, 228, 229 -> Optional.of(p);
      case 113 -> p.length() < 16 ? Optional.empty() : ether(p.u16(14), p.after(16));
      case 276 -> p.length() < 20 ? Optional.empty() : ether(p.u16(0), p.after(20));
      default -> Optional.empty();
    };
  }

  /** Whether packets of that type can be read at all. */
  static boolean known(int linkType) {
    return switch (linkType) {
      case 0, 1, 12, 14, 101, 108, 113, 228, 229, 276, EXPORTED -> true;
      default -> false;
    };
  }

  /**
   * Behind an EtherType; VLAN tags may stand in between (IEEE 802.1Q, 802.1ad), PPPoE, or MPLS
   * labels (RFC 3032).
   */
  static Optional<Payload> ether(int type, Payload p) {
    return switch (type) {
      case IPV4, IPV6 -> Optional.of(p);
      case 0x8100, 0x88a8, 0x9100 ->
          p.length() < 4 ? Optional.empty() : ether(p.u16(2), p.after(4));
      case MPLS -> labelled(p);
      case PPPOE -> p.length() < 8 ? Optional.empty() : Optional.of(p.after(8));
      default -> Optional.empty();
    };
  }

  /** Behind the label that says that it is the last one. */
  private static Optional<Payload> labelled(Payload p) {
    Payload rest = p;
    while (rest.length() >= 4) {
      boolean last = (rest.u8(2) & 1) == 1;
      rest = rest.after(4);
      if (last) {
        return Optional.of(rest);
      }
    }
    return Optional.empty();
  }
}
