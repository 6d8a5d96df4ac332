package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Frame;
import io.pkts.buffer.Buffers;
import io.pkts.packet.IPPacket;
import io.pkts.packet.TransportPacket;
import io.pkts.packet.UDPPacket;
import io.pkts.protocol.Protocol;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/** The capture, read by a library that we did not write and by hand. */
public class PcapTests {

  @Test
  public void anIndependentReaderFindsEveryDatagramWithItsAddressesTimeAndBytes() throws Exception {
    CaseResult result = SampleResults.busy();
    List<UDPPacket> packets = new ArrayList<>();
    io.pkts.Pcap.openStream(new ByteArrayInputStream(Pcap.of(result.transcript())))
        .loop(
            packet -> {
              assertThat(packet.hasProtocol(Protocol.SIP)).isTrue();
              return packets.add((UDPPacket) packet.getPacket(Protocol.UDP));
            });
    assertThat(packets).hasSameSizeAs(result.transcript());
    for (int i = 0; i < packets.size(); i++) {
      assertSame(result.transcript().get(i), packets.get(i));
    }
  }

  private static void assertSame(TranscriptEntry entry, TransportPacket packet) throws Exception {
    Frame frame = entry.frame();
    boolean in = frame.way() == Frame.Way.IN;
    var from = in ? frame.flow().remote() : frame.flow().local();
    var to = in ? frame.flow().local() : frame.flow().remote();
    IPPacket ip = packet.getParentPacket();
    assertThat(ip.getSourceIP()).isEqualTo(from.getAddress().getHostAddress());
    assertThat(ip.getDestinationIP()).isEqualTo(to.getAddress().getHostAddress());
    assertThat(packet.getSourcePort()).isEqualTo(from.getPort());
    assertThat(packet.getDestinationPort()).isEqualTo(to.getPort());
    long micros = frame.time().getEpochSecond() * 1_000_000 + frame.time().getNano() / 1000;
    assertThat(packet.getArrivalTime()).isEqualTo(micros);
    assertThat(packet.getPayload()).isEqualTo(Buffers.wrap(frame.bytes()));
  }

  @Test
  public void streamsAreCutIntoSegmentsWhoseNumbersFit() {
    CaseResult result = SampleTransports.large();
    List<ByteBuffer> segments = segments(Pcap.of(result.transcript()));
    assertThat(segments).hasSize(3);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    int next = 1;
    for (ByteBuffer segment : segments.subList(0, 2)) {
      assertThat(segment.getInt(24)).isEqualTo(next);
      assertThat(segment.getInt(28)).isEqualTo(1);
      sent.write(segment.array(), segment.arrayOffset() + 40, segment.capacity() - 40);
      next += segment.capacity() - 40;
    }
    assertThat(sent.toByteArray()).isEqualTo(result.transcript().get(0).frame().bytes());
    assertThat(segments.get(2).getInt(24)).isEqualTo(1);
    assertThat(segments.get(2).getInt(28)).as("acknowledges all that was sent").isEqualTo(next);
  }

  @Test
  public void everyChecksumHolds() {
    for (CaseResult result : SampleResults.all()) {
      segments(Pcap.of(result.transcript())).forEach(PcapTests::assertChecksums);
    }
  }

  /** RFC 1071 §1: the sum over data and checksum together is all ones. */
  private static void assertChecksums(ByteBuffer packet) {
    boolean v4 = packet.get(0) >> 4 == 4;
    int header = v4 ? 20 : 40;
    if (v4) {
      assertThat(sum(packet, 0, 20)).isEqualTo(0xffff);
    }
    int addresses = v4 ? 12 : 8;
    int protocol = packet.get(v4 ? 9 : 6);
    int length = packet.capacity() - header;
    long pseudo = sum(packet, addresses, header) + protocol + length;
    assertThat(fold(pseudo + sum(packet, header, packet.capacity()))).isEqualTo(0xffff);
  }

  private static long sum(ByteBuffer packet, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i += 2) {
      int high = packet.get(i) & 0xff;
      int low = i + 1 < to ? packet.get(i + 1) & 0xff : 0;
      sum += high * 256L + low;
    }
    return fold(sum);
  }

  private static long fold(long sum) {
    long out = sum;
    while (out > 0xffff) {
      out = out / 65536 + out % 65536;
    }
    return out;
  }

  /** The IP packets of a capture, by its record headers. */
  private static List<ByteBuffer> segments(byte[] pcap) {
    ByteBuffer file = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
    List<ByteBuffer> out = new ArrayList<>();
    for (int at = 24; at < pcap.length; ) {
      int length = file.getInt(at + 8);
      assertThat(file.getInt(at + 12)).as("nothing is cut off").isEqualTo(length);
      out.add(file.slice(at + 16, length).order(ByteOrder.BIG_ENDIAN));
      at += 16 + length;
    }
    return out;
  }
}
