package io.parley.report;

import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message as Wireshark exports what it has decrypted (its {@code epan/exported_pdu.h}): tags that
 * name the protocol, the addresses and the ports, then the message.
 */
final class ExportedPdu {
  private static final int END = 0;
  private static final int DISSECTOR = 12;
  private static final int IPV4_SOURCE = 20;
  private static final int IPV6_SOURCE = 22;
  private static final int PORT_TYPE = 24;
  private static final int SOURCE_PORT = 25;
  private static final int DESTINATION_PORT = 26;
  private static final int TCP = 2;
  private static final int UDP = 3;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private final String dissector;

  private ExportedPdu(String dissector) {
    this.dissector = dissector;
  }

  /**
   * The packet of a message that went from one end of the flow to the other.
   *
   * @param dissector the name of the protocol
   */
  static byte[] of(
      String dissector, Flow flow, InetSocketAddress from, InetSocketAddress to, byte[] message) {
    try {
      return new ExportedPdu(dissector).packet(flow, from, to, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] packet(Flow flow, InetSocketAddress from, InetSocketAddress to, byte[] message)
      throws IOException {
    byte[] name = dissector.getBytes(StandardCharsets.US_ASCII);
    tag(DISSECTOR, Arrays.copyOf(name, (name.length + 3) / 4 * 4));
    byte[] source = from.getAddress().getAddress();
    int first = source.length == 4 ? IPV4_SOURCE : IPV6_SOURCE;
    tag(first, source);
    tag(first + 1, to.getAddress().getAddress());
    number(PORT_TYPE, flow.transport() == Transport.UDP ? UDP : TCP);
    number(SOURCE_PORT, from.getPort());
    number(DESTINATION_PORT, to.getPort());
    tag(END, new byte[0]);
    out.write(message);
    return bytes.toByteArray();
  }

  /** Every value we write is a multiple of four bytes long, as the format demands. */
  private void tag(int type, byte[] value) throws IOException {
    out.writeShort(type);
    out.writeShort(value.length);
    out.write(value);
  }

  private void number(int type, int value) throws IOException {
    out.writeShort(type);
    out.writeShort(Integer.BYTES);
    out.writeInt(value);
  }
}
