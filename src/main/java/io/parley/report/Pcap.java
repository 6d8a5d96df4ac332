package io.parley.report;

import io.parley.media.Packet;
import io.parley.model.PacketKind;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A capture of a case in the classic pcap format (draft-ietf-opsawg-pcap), link type RAW: each
 * packet is an IP packet that is made here around the bytes that crossed the wire, with the
 * addresses, ports and time of their flow. Nothing is truncated, whatever the size.
 *
 * <p>Messages on a stream become TCP segments with sequence numbers that fit together; opening and
 * closing of the connection are not in the transcript and therefore not invented.
 *
 * <p>Where a message went over TLS the capture has another link type, the one in which Wireshark
 * exports what it has decrypted: in TCP segments to port 5061 it would look for TLS records.
 */
public final class Pcap {
  private static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
  private static final int LINKTYPE_RAW = 101;
  private static final int LINKTYPE_WIRESHARK_UPPER_PDU = 252;
  private static final int SNAPLEN = 1 << 18;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
  private final TcpSequence sequence = new TcpSequence();

  private final boolean exported;

  private Pcap(boolean exported) {
    this.exported = exported;
  }

  /** The whole file for a transcript, in its order. */
  public static byte[] of(List<TranscriptEntry> transcript) {
    Pcap pcap =
        new Pcap(transcript.stream().anyMatch(e -> e.frame().flow().transport() == Transport.TLS));
    pcap.fileHeader();
    transcript.forEach(e -> pcap.frame(e.frame(), dissector(e)));
    return pcap.out.toByteArray();
  }

  private void fileHeader() {
    ByteBuffer header = little(24);
    header.putInt(MAGIC_MICROSECONDS).putShort((short) 2).putShort((short) 4);
    header.putInt(0).putInt(0).putInt(SNAPLEN);
    header.putInt(exported ? LINKTYPE_WIRESHARK_UPPER_PDU : LINKTYPE_RAW);
    out.writeBytes(header.array());
  }

  /** What Wireshark calls the protocol. */
  private static String dissector(TranscriptEntry entry) {
    if (entry.packet().isEmpty()) {
      return "sip";
    }
    Packet packet = entry.packet().get();
    return Stream.of(PacketKind.RTP, PacketKind.RTCP, PacketKind.DTLS)
        .filter(packet::is)
        .map(kind -> kind.toString().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(packet.is(PacketKind.STUN) ? "stun-udp" : "data");
  }

  private void frame(Frame frame, String dissector) {
    Flow flow = frame.flow();
    boolean inbound = frame.way() == Frame.Way.IN;
    InetSocketAddress from = inbound ? flow.remote() : flow.local();
    InetSocketAddress to = inbound ? flow.local() : flow.remote();
    if (exported) {
      packet(frame.time(), ExportedPdu.of(dissector, flow, from, to, frame.bytes()));
      return;
    }
    if (flow.transport() == Transport.UDP) {
      packet(frame.time(), IpPacket.udp(from, to, frame.bytes()));
      return;
    }
    for (TcpSequence.Segment s : sequence.segments(from, to, frame.bytes())) {
      packet(frame.time(), IpPacket.tcp(from, to, s));
    }
  }

  private void packet(Instant time, byte[] packet) {
    ByteBuffer header = little(16);
    header.putInt((int) time.getEpochSecond()).putInt(time.getNano() / 1000);
    header.putInt(packet.length).putInt(packet.length);
    out.writeBytes(header.array());
    out.writeBytes(packet);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
