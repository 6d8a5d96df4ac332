package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.Installed;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Frame;
import io.parley.wire.IpLiteral;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The capture as Wireshark's dissectors read it. */
public class PcapIT {

  @BeforeClass
  public void requireTshark() {
    Installed.require("tshark", "tshark");
  }

  @DataProvider
  public Object[][] results() {
    return List.of(
            SampleResults.refused(),
            SampleResults.accepted(),
            SampleResults.busy(),
            SampleTransports.tcp(),
            SampleTransports.large(),
            SampleTransports.tls("127.0.1.1", "127.0.3.1"),
            SampleTransports.tls("::1", "::1"))
        .stream()
        .map(r -> new Object[] {r.played(), r})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "results")
  public void everyMessageIsReadWithItsAddressesPortsMethodCallIdAndTime(
      Object name, CaseResult result) throws Exception {
    List<String> expected = result.transcript().stream().map(PcapIT::line).toList();
    CaseResult masked = Secrets.MASKED.mask(result);
    assertThat(tshark(Pcap.of(masked.transcript()))).containsExactlyElementsOf(expected);
  }

  private static String line(TranscriptEntry entry) {
    Frame frame = entry.frame();
    boolean in = frame.way() == Frame.Way.IN;
    InetSocketAddress from = in ? frame.flow().remote() : frame.flow().local();
    InetSocketAddress to = in ? frame.flow().local() : frame.flow().remote();
    boolean request = entry.message().isRequest();
    return String.join(
        "|",
        from.getAddress().getHostAddress(),
        to.getAddress().getHostAddress(),
        "" + from.getPort(),
        "" + to.getPort(),
        request ? entry.message().method() : "",
        request ? "" : "" + entry.message().status().orElseThrow(),
        entry.message().callId(),
        microseconds(frame.time()));
  }

  /** Seconds since 1970, with as many digits as a capture has. */
  private static String microseconds(Instant time) {
    return "%d.%06d".formatted(time.getEpochSecond(), time.getNano() / 1000);
  }

  /**
   * One line a SIP message: addresses, ports, method, status, Call-ID, time; nothing else may
   * appear.
   */
  private static List<String> tshark(byte[] pcap) throws Exception {
    Path file = Scratch.file("parley-", ".pcap");
    Path output = Scratch.file("parley-", ".txt");
    Files.write(file, pcap);
    List<String> command =
        new ArrayList<>(
            List.of("tshark", "-r", file.toString(), "-T", "fields", "-E", "separator=|"));
    for (String check : List.of("ip", "udp", "tcp")) {
      command.addAll(List.of("-o", check + ".check_checksum:TRUE"));
    }
    command.addAll(List.of("-Y", "sip or _ws.malformed or _ws.expert.severity >= 6291456"));
    for (String field :
        List.of(
            "ip.src",
            "ip.dst",
            "udp.srcport",
            "tcp.srcport",
            "udp.dstport",
            "tcp.dstport",
            "sip.Method",
            "sip.Status-Code",
            "sip.Call-ID",
            "_ws.malformed",
            "ipv6.src",
            "ipv6.dst",
            "exported_pdu.src_port",
            "exported_pdu.dst_port",
            "frame.time_epoch")) {
      command.addAll(List.of("-e", field));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readAllLines(output).stream().map(PcapIT::ports).toList();
  }

  /** Joins the columns for one thing, of which one has it; an empty column of faults is none. */
  private static String ports(String line) {
    String[] f = line.split("\\|", -1);
    String fault = f[9].isEmpty() ? "" : "|" + f[9];
    return String.join(
            "|",
            address(f[0] + f[10]),
            address(f[1] + f[11]),
            f[2] + f[3] + f[12],
            f[4] + f[5] + f[13],
            f[6],
            f[7],
            f[8],
            f[14].substring(0, f[14].indexOf('.') + 7))
        + fault;
  }

  private static String address(String text) {
    return IpLiteral.parse(text).map(InetAddress::getHostAddress).orElse(text);
  }
}
