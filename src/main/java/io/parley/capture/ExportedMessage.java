package io.parley.capture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message as Wireshark exports what it has decrypted (its {@code epan/exported_pdu.h}): tags,
 * then the bytes.
 *
 * @param path between whom
 * @param bytes the message
 */
record ExportedMessage(CapturedMessage.Path path, byte[] bytes) {
  private static final int END = 0;
  private static final int DISSECTOR = 12;
  private static final int IPV4_SOURCE = 20;
  private static final int IPV4_DESTINATION = 21;
  private static final int IPV6_SOURCE = 22;
  private static final int IPV6_DESTINATION = 23;
  private static final int PORT_TYPE = 24;
  private static final int SOURCE_PORT = 25;
  private static final int DESTINATION_PORT = 26;
  private static final int UDP = 3;

  /** The message of a packet; empty when it is none of SIP. */
  static Optional<ExportedMessage> read(Payload packet) {
    String protocol = "";
    String[] host = {"", ""};
    int[] port = {0, 0};
    String transport = "";
    Payload rest = packet;
    while (rest.length() >= 4) {
      int tag = rest.u16(0);
      Payload value = rest.after(4).first(rest.u16(2));
      rest = rest.after(4 + rest.u16(2));
      if (tag == END) {
        break;
      }
      switch (tag) {
        case DISSECTOR -> protocol = new String(value.copy(), StandardCharsets.US_ASCII).strip();
        case IPV4_SOURCE, IPV6_SOURCE -> host[0] = IpText.of(value);
        case IPV4_DESTINATION, IPV6_DESTINATION -> host[1] = IpText.of(value);
        case PORT_TYPE -> transport = value.length() == 4 && value.i32(0) == UDP ? "udp" : "tcp";
        case SOURCE_PORT -> port[0] = value.length() == 4 ? value.i32(0) : 0;
        case DESTINATION_PORT -> port[1] = value.length() == 4 ? value.i32(0) : 0;
        default -> {}
      }
    }
    if (!protocol.replace("\0", "").startsWith("sip")) {
      return Optional.empty();
    }
    return Optional.of(
        new ExportedMessage(
            new CapturedMessage.Path(
                transport, IpText.of(host[0], port[0]), IpText.of(host[1], port[1])),
            rest.copy()));
  }
}
