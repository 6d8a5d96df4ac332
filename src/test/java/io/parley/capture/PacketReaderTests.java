package io.parley.capture;

import static io.parley.capture.Packets.behind;
import static io.parley.capture.Packets.invite;
import static io.parley.capture.Packets.ip4;
import static io.parley.capture.Packets.ip6;
import static io.parley.capture.Packets.pcap;
import static io.parley.capture.Packets.slice;
import static io.parley.capture.Packets.tcp;
import static io.parley.capture.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** From packets of every kind of link to messages. */
public class PacketReaderTests {
  private static final int[] ETHER = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 8, 0};
  private static final int[] VLAN = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0x88, 0xa8, 0, 5, 0x81, 0, 0, 7, 8, 0
  };
  private static final int[] SLL = {0, 0, 0, 1, 0, 6, 1, 2, 3, 4, 5, 6, 0, 0, 8, 0};
  private static final int[] SLL2 = {8, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 6, 1, 2, 3, 4, 5, 6, 0, 0};
  private static final int SYN = 2;
  private static final int ACK = 16;

  @DataProvider
  public Object[][] links() {
    byte[] ip = ip4(17, udp(invite(1)));
    return new Object[][] {
      {"Ethernet", 1, behind(ETHER, ip)},
      {"VLAN in VLAN", 1, behind(VLAN, ip)},
      {"Linux cooked", 113, behind(SLL, ip)},
      {"Linux cooked 2", 276, behind(SLL2, ip)},
      {"BSD loopback", 0, behind(new int[] {2, 0, 0, 0}, ip)},
      {"OpenBSD loopback", 108, behind(new int[] {0, 0, 0, 2}, ip)},
      {"raw", 101, ip},
      {"IPv4", 228, ip},
    };
  }

  @Test(dataProvider = "links")
  public void anyLink(String name, int type, byte[] packet) {
    Capture capture = pcap(type).add(packet).read();
    assertThat(capture.messages()).hasSize(1);
    CapturedMessage message = capture.messages().get(0);
    assertThat(message.message().bytes()).isEqualTo(invite(1));
    assertThat(message.path())
        .isEqualTo(new CapturedMessage.Path("udp", "192.0.2.1:5060", "192.0.2.2:5062"));
    assertThat(message.cut()).isFalse();
  }

  @Test
  public void paddingOfAShortFrameIsNoPartOfAMessage() {
    byte[] frame = behind(ETHER, ip4(17, udp(invite(1))));
    Capture capture = pcap(1).add(Arrays.copyOf(frame, frame.length + 9)).read();
    assertThat(capture.messages().get(0).message().bytes()).isEqualTo(invite(1));
  }

  @Test
  public void ip6WithExtensionHeaders() {
    byte[] hop = behind(new int[] {17, 0, 1, 4, 0, 0, 0, 0}, udp(invite(1)));
    Capture capture = pcap(101).add(ip6(0, hop)).read();
    assertThat(capture.messages().get(0).path().from()).isEqualTo("[2001:db8::1]:5060");
    assertThat(capture.messages().get(0).message().bytes()).isEqualTo(invite(1));
  }

  @Test
  public void fragmentsInAnyOrder() {
    byte[] whole = udp(invite(1));
    byte[] first = ip4(17, 9, 0x2000, slice(whole, 0, 80));
    byte[] second = ip4(17, 9, 0x2000 | 10, slice(whole, 80, 160));
    byte[] last = ip4(17, 9, 20, slice(whole, 160, whole.length));
    for (List<byte[]> order :
        List.of(List.of(first, second, last), List.of(last, first, second, second))) {
      Capture capture = pcap(101).add(order.toArray(byte[][]::new)).read();
      assertThat(capture.messages()).hasSize(1);
      assertThat(capture.messages().get(0).message().bytes()).isEqualTo(invite(1));
    }
  }

  @Test
  public void fragmentsOfIp6() {
    byte[] whole = udp(invite(1));
    byte[] first = behind(new int[] {17, 0, 0, 1, 0, 0, 0, 5}, slice(whole, 0, 200));
    byte[] last = behind(new int[] {17, 0, 0, 200, 0, 0, 0, 5}, slice(whole, 200, whole.length));
    Capture capture = pcap(101).add(ip6(44, first), ip6(44, last)).read();
    assertThat(capture.messages().get(0).message().bytes()).isEqualTo(invite(1));
  }

  @Test
  public void aStreamInPiecesOutOfOrderAndTwice() {
    byte[] stream = joined(invite(1), invite(2), invite(3));
    // The sequence number runs over the end of its range on the way.
    int start = -200;
    Packets file = pcap(101).add(ip4(6, tcp(start - 1, SYN, new byte[0])));
    int[] order = {0, 2, 1, 1, 4, 5, 3, 0, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    for (int i : order) {
      byte[] piece = slice(stream, i * 100, i * 100 + 100);
      if (i * 100 < stream.length) {
        file.add(ip4(6, tcp(start + i * 100, ACK, piece)));
      }
    }
    assertThat(messages(file)).containsExactly(invite(1), invite(2), invite(3));
  }

  @Test
  public void segmentsThatOverlap() {
    byte[] stream = invite(1);
    Packets file =
        pcap(101)
            .add(ip4(6, tcp(99, SYN, new byte[0])))
            .add(ip4(6, tcp(100, ACK, slice(stream, 0, 150))))
            .add(ip4(6, tcp(200, ACK, slice(stream, 100, stream.length))));
    assertThat(messages(file)).containsExactly(stream);
  }

  @Test
  public void aHoleCostsTheMessageItIsIn() {
    byte[] stream = joined(invite(1), invite(2));
    int second = invite(1).length;
    Packets file =
        pcap(101)
            .add(ip4(6, tcp(0, ACK, slice(stream, 0, 100))))
            .add(ip4(6, tcp(second, ACK, slice(stream, second, stream.length))));
    Capture capture = file.read();
    assertThat(capture.messages()).extracting(CapturedMessage::cut).containsExactly(true, false);
    assertThat(capture.messages().get(1).message().bytes()).isEqualTo(invite(2));
  }

  @Test
  public void aSnapLengthIsTold() {
    byte[] whole = behind(ETHER, ip4(17, udp(invite(1))));
    Capture capture = pcap(1).add(slice(whole, 0, 200), whole.length).read();
    assertThat(capture.messages()).hasSize(1).allMatch(CapturedMessage::cut);
  }

  @Test
  public void whatIsPackedByGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(pcap(101).add(ip4(17, udp(invite(1)))).bytes());
    }
    assertThat(Packets.read(packed.toByteArray()).messages()).hasSize(1);
  }

  @Test
  public void whatWiresharkExports() {
    ByteBuffer tags = ByteBuffer.allocate(52);
    tags.putShort((short) 12).putShort((short) 4).put("sip\0".getBytes());
    tags.putShort((short) 20).putShort((short) 4).put(Packets.A);
    tags.putShort((short) 21).putShort((short) 4).put(Packets.B);
    tags.putShort((short) 24).putShort((short) 4).putInt(2);
    tags.putShort((short) 25).putShort((short) 4).putInt(5061);
    tags.putShort((short) 26).putShort((short) 4).putInt(40_000).putInt(0);
    Capture capture = pcap(252).add(joined(tags.array(), invite(1))).read();
    assertThat(capture.messages().get(0).message().bytes()).isEqualTo(invite(1));
    assertThat(capture.messages().get(0).path())
        .isEqualTo(new CapturedMessage.Path("tcp", "192.0.2.1:5061", "192.0.2.2:40000"));
  }

  private static List<byte[]> messages(Packets file) {
    return file.read().messages().stream().map(m -> m.message().bytes()).toList();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }
}
