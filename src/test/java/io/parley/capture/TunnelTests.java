package io.parley.capture;

import static io.parley.capture.Packets.behind;
import static io.parley.capture.Packets.invite;
import static io.parley.capture.Packets.ip4;
import static io.parley.capture.Packets.ip6;
import static io.parley.capture.Packets.pcap;
import static io.parley.capture.Packets.slice;
import static io.parley.capture.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Packets within packets: mirrored ports, GRE, IP in IP, and what agents send to Homer. */
public class TunnelTests {
  private static final int[] ETHER = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 8, 0};

  /** By name, the link type and a packet that carries the first INVITE. */
  static Object[][] all() {
    byte[] ip = ip4(17, udp(invite(1)));
    byte[] frame = behind(ETHER, ip);
    int[] mpls = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0x88, 0x47, 0, 1, 0, 64, 0, 2, 1, 64};
    return new Object[][] {
      {"IP in IP", 101, ip4(4, ip)},
      {"IPv6 in IPv4", 101, ip4(41, ip6(17, udp(invite(1))))},
      {"GRE", 101, ip4(47, behind(new int[] {0, 0, 8, 0}, ip))},
      {
        "GRE with checksum, key and sequence",
        101,
        ip4(47, behind(new int[] {0xb0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2}, ip))
      },
      {"GRE over IPv6", 101, ip6(47, behind(new int[] {0, 0, 8, 0}, ip))},
      {"Ethernet over GRE", 101, ip4(47, behind(new int[] {0, 0, 0x65, 0x58}, frame))},
      {
        "ERSPAN",
        101,
        ip4(
            47,
            behind(new int[] {0x10, 0, 0x88, 0xbe, 0, 0, 0, 1, 0x10, 1, 0, 1, 0, 0, 0, 0}, frame))
      },
      {
        "ERSPAN type III",
        101,
        ip4(
            47,
            behind(
                new int[] {
                  0x10, 0, 0x22, 0xeb, 0, 0, 0, 1, 0x20, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0x80, 0
                },
                frame))
      },
      {"VXLAN", 101, ip4(17, to(4789, behind(new int[] {8, 0, 0, 0, 0, 0, 1, 0}, frame)))},
      {
        "Geneve",
        101,
        ip4(17, to(6081, behind(new int[] {1, 0, 0x65, 0x58, 0, 0, 1, 0, 0, 0, 0, 0}, frame)))
      },
      {"MPLS", 1, behind(mpls, ip)},
    };
  }

  private static byte[] to(int port, byte[] payload) {
    byte[] out = udp(payload);
    ByteBuffer.wrap(out).putShort(2, (short) port);
    return out;
  }

  @DataProvider
  public Object[][] tunnels() {
    return all();
  }

  @Test(dataProvider = "tunnels")
  public void whatIsCarriedIsRead(String name, int link, byte[] packet) {
    Capture capture = pcap(link).add(packet).read();
    assertThat(capture.messages()).hasSize(1);
    assertThat(capture.messages().get(0).message().bytes()).isEqualTo(invite(1));
    assertThat(capture.messages().get(0).path().from()).endsWith(":5060");
  }

  /** A mirrored packet is larger than the mirror's way takes, so it comes in fragments. */
  @Test
  public void aTunnelInFragmentsCarriesOneInFragments() {
    byte[] whole = udp(invite(1));
    byte[] inner = behind(new int[] {0, 0, 8, 0}, ip4(17, 9, 0x2000, slice(whole, 0, 160)));
    byte[] rest = behind(new int[] {0, 0, 8, 0}, ip4(17, 9, 20, slice(whole, 160, whole.length)));
    Capture capture =
        pcap(101)
            .add(ip4(47, 5, 0x2000, slice(inner, 0, 80)), ip4(47, 5, 10, slice(inner, 80, 999)))
            .add(ip4(47, rest))
            .read();
    assertThat(capture.messages().get(0).message().bytes()).isEqualTo(invite(1));
  }

  @Test
  public void whatAgentsSendToHomer() {
    ByteBuffer hep = ByteBuffer.allocate(2000).put("HEP3".getBytes(StandardCharsets.US_ASCII));
    hep.putShort((short) 0);
    chunk(hep, 1, new byte[] {2});
    chunk(hep, 2, new byte[] {17});
    chunk(hep, 3, Packets.A);
    chunk(hep, 4, Packets.B);
    chunk(hep, 7, ByteBuffer.allocate(2).putShort((short) 5060).array());
    chunk(hep, 8, ByteBuffer.allocate(2).putShort((short) 5062).array());
    chunk(hep, 9, ByteBuffer.allocate(4).putInt(1_763_719_200).array());
    chunk(hep, 10, ByteBuffer.allocate(4).putInt(250_000).array());
    chunk(hep, 11, new byte[] {1});
    chunk(hep, 15, invite(1));
    hep.putShort(4, (short) hep.position());
    byte[] datagram = to(9060, slice(hep.array(), 0, hep.position()));
    CapturedMessage read = pcap(101).add(ip4(17, datagram)).read().messages().get(0);
    assertThat(read.message().bytes()).isEqualTo(invite(1));
    assertThat(read.path())
        .isEqualTo(new CapturedMessage.Path("udp", "192.0.2.1:5060", "192.0.2.2:5062"));
    assertThat(read.time()).contains(Instant.ofEpochSecond(1_763_719_200, 250_000_000));
  }

  private static void chunk(ByteBuffer hep, int type, byte[] value) {
    hep.putShort((short) 0).putShort((short) type).putShort((short) (6 + value.length)).put(value);
  }

  /** Cut anywhere, changed anywhere, within itself: no end, no failure. */
  @Test
  public void damagedTunnelsAreNoTrouble() {
    Random random = new Random(2784);
    Packets file = pcap(101);
    byte[] nested = ip4(17, udp(invite(1)));
    for (int i = 0; i < 40; i++) {
      nested = ip4(4, nested);
    }
    file.add(nested);
    for (Object[] tunnel : all()) {
      byte[] packet = (byte[]) tunnel[2];
      for (int i = 0; i < 60; i++) {
        byte[] bad = slice(packet, 0, random.nextInt(packet.length + 1));
        for (int n = 0; n < 3 && bad.length > 0; n++) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        file.add(bad);
      }
    }
    assertThat(file.read().damage()).isEmpty();
  }
}
