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

import io.parley.Scratch;
import io.parley.explain.Recorded;
import io.parley.sip.SipMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What we read of a capture is what Wireshark's dissectors read. */
public class SecondOpinionIT {
  private static final int[] VLAN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0x81, 0, 0, 7, 8, 0};

  @DataProvider
  public Object[][] captures() throws IOException {
    byte[] whole = udp(invite(2));
    byte[] hop = behind(new int[] {17, 0, 1, 4, 0, 0, 0, 0}, udp(invite(1)));
    Path made =
        file(
            pcap(101)
                .add(ip4(17, udp(invite(1))), ip6(0, hop))
                .add(ip4(17, 9, 0x2000, slice(whole, 0, 80)))
                .add(ip4(17, 9, 10, slice(whole, 80, whole.length)))
                .add(ip4(6, tcp(99, 2, new byte[0])))
                .add(ip4(6, tcp(300, 16, slice(invite(3), 200, 1000))))
                .add(ip4(6, tcp(100, 16, slice(invite(3), 0, 200)))));
    Path vlan = file(pcap(1).add(behind(VLAN, ip4(17, udp(invite(1))))));
    Packets tunnels = pcap(101);
    for (Object[] tunnel : TunnelTests.all()) {
      if ((int) tunnel[1] == 101) {
        tunnels.add((byte[]) tunnel[2]);
      }
    }
    return Stream.concat(
            Stream.of(made, vlan, file(tunnels)),
            Stream.of(
                    "srtp-none",
                    "key-too-short-repaired",
                    "address-ipv6",
                    "baresip-plain",
                    "baresip-srtp")
                .map(Recorded::file))
        .map(f -> new Object[] {f})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "captures")
  public void theSameMessagesAreRead(Path file) throws IOException, InterruptedException {
    List<String> ours =
        CaptureFile.read(file).messages().stream()
            .map(CapturedMessage::message)
            .map(SecondOpinionIT::line)
            .sorted()
            .toList();
    assertThat(ours).isNotEmpty().isEqualTo(tshark(file));
  }

  /** Its packet details as text, read back, are the messages of the capture. */
  @Test(dataProvider = "details")
  public void packetDetailsAreReadBack(Path file) throws IOException, InterruptedException {
    List<String> text = Tshark.run("-r", file.toString(), "-V");
    byte[] bytes = String.join("\n", text).getBytes(StandardCharsets.UTF_8);
    assertThat(bodies(CaptureFile.read("details", new ByteArrayInputStream(bytes))))
        .isNotEmpty()
        .isEqualTo(bodies(CaptureFile.read(file)));
  }

  @DataProvider
  public Object[][] details() {
    return Stream.of("srtp-none", "crypto-tag-twice", "address-ipv6", "baresip-srtp", "dtmf-only")
        .map(n -> new Object[] {Recorded.file(n)})
        .toArray(Object[][]::new);
  }

  private static List<String> bodies(Capture capture) {
    return capture.messages().stream()
        .map(m -> m.path() + " " + line(m.message()) + "\n" + body(m.message()))
        .toList();
  }

  private static String body(SipMessage m) {
    return new String(m.body(), StandardCharsets.ISO_8859_1);
  }

  private static String line(SipMessage m) {
    String what = m.isRequest() ? m.method() : "" + m.status().orElseThrow();
    return what + "|" + m.callId() + "|" + m.body().length;
  }

  private static Path file(Packets packets) throws IOException {
    return Files.write(Scratch.file("capture-", ".pcap"), packets.bytes());
  }

  private static List<String> tshark(Path file) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("-r", file.toString(), "-Y", "sip && !(sip.Status-Code == 100)", "-T"));
    Stream.of("tcp.port==5060", "tcp.port==17160", "udp.port==17160")
        .forEach(p -> command.addAll(List.of("-d", p + ",sip")));
    command.addAll(command.indexOf("-T") + 1, List.of("fields", "-E", "separator=|"));
    command.addAll(List.of("-o", "tcp.reassemble_out_of_order:TRUE"));
    Stream.of("sip.Method", "sip.Status-Code", "sip.Call-ID", "sip.Content-Length")
        .forEach(f -> command.addAll(List.of("-e", f)));
    return Tshark.run(command.toArray(String[]::new)).stream()
        .map(l -> l.split("\\|", -1))
        .map(f -> (f[0].isEmpty() ? f[1] : f[0]) + "|" + f[2] + "|" + f[3])
        .sorted()
        .toList();
  }
}
