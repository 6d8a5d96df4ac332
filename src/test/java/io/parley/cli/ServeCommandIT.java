package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.OwnPlace;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** {@code parley serve} as a user runs it. */
public class ServeCommandIT {
  @Test
  public void anInterruptionEndsItWithTheReportWritten() throws Exception {
    Path folder = Scratch.folder("serve-");
    InetSocketAddress at = OwnPlace.next();
    String place = at.getAddress().getHostAddress() + ":" + at.getPort();
    ParleyProcess process =
        ParleyProcess.start(folder, "serve", "--as", "zoom-byoc", "--listen", "udp:" + place);
    process.awaitOutput("serving zoom-byoc on udp:" + place);
    try (DatagramSocket caller = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      caller.setSoTimeout(20_000);
      byte[] invite = invite("127.0.0.1:" + caller.getLocalPort());
      caller.send(new DatagramPacket(invite, invite.length, at));
      caller.receive(new DatagramPacket(new byte[4000], 4000));
    }
    process.awaitOutput("call 1");
    process.signal("INT");
    ParleyProcess.Ended ended = process.ended();
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out()).contains("refused 488", "offer-missing", "0 accepted, 1 not");
    Results results = new Results(folder.resolve("reports"));
    assertThat(results.junit().getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(results.allure("failed")).isEqualTo(1);
    assertThat(folder.resolve("reports/allure-report/index.html")).isNotEmptyFile();
  }

  @Test
  public void aPlaceThatIsNotOursIsAUsageError() throws Exception {
    ParleyProcess.Ended ended =
        ParleyProcess.start(
                Scratch.folder("serve-"),
                "serve",
                "--as",
                "sipconnect",
                "--listen",
                "udp:192.0.2.1:5060")
            .ended();
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--listen: cannot bind 192.0.2.1:5060");
  }

  private static byte[] invite(String own) {
    return ("INVITE sip:+15550100000@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP "
            + own
            + ";branch=z9hG4bK-1\r\nFrom: <sip:+15550190000@"
            + own
            + ">;tag=1\r\nTo: <sip:+15550100000@127.0.0.1>\r\nCall-ID: one\r\nCSeq: 1 INVITE\r\n"
            + "Contact: <sip:a@"
            + own
            + ">\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
