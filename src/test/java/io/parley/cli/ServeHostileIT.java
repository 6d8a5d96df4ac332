package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.capture.CaptureFile;
import io.parley.peer.Browser;
import io.parley.peer.OwnPlace;
import io.parley.peer.SickPeer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Whoever calls {@code serve} puts what would harm a careless reader into every place of an INVITE.
 * All of it is shown, none of it acts, and the capture has it byte for byte.
 */
public class ServeHostileIT {
  private static final List<String> IDS = List.copyOf(HostileValues.ALL.keySet());

  private final List<String> sent = new ArrayList<>();
  private Path out;
  private ParleyProcess.Ended ended;

  @BeforeClass
  public void callAndInterrupt() throws Exception {
    Path folder = Scratch.folder("serve-hostile-");
    out = folder.resolve("reports");
    InetSocketAddress at = OwnPlace.next();
    String place = "udp:" + at.getAddress().getHostAddress() + ":" + at.getPort();
    String note = HostileValues.SCRIPT + "\u001b[31m]]>\u202e";
    ParleyProcess process =
        ParleyProcess.start(
            folder, "serve", "--as", "teams-direct-routing", "--listen", place, "--note", note);
    process.awaitOutput("serving");
    try (SickPeer peer = SickPeer.of(at)) {
      for (Map.Entry<String, String> e : HostileValues.ALL.entrySet()) {
        String invite = invite(peer, e.getKey(), e.getValue());
        sent.add(invite);
        peer.send(SickPeer.ack(invite, peer.persist(invite, "SIP/2.0 ")));
      }
    }
    process.awaitOutput("call " + IDS.size());
    process.signal("INT");
    ended = process.ended();
  }

  /** In every place that is shown; of every other one also where the request is none any more. */
  private static String invite(SickPeer peer, String id, String hostile) {
    String head = HostileValues.inHead(hostile);
    String body = hostile.substring(0, Math.min(hostile.length(), 10_000));
    String sdp = SickPeer.SDP.replace("s=-", "s=" + body);
    String more =
        "User-Agent: %1$s\r\nReason: Q.850;text=\"%1$s\"\r\nSubject: %1$s\r\nX-Note: %1$s\r\n"
            .formatted(head);
    String invite =
        peer.invite(id, more, sdp + "a=rtpmap:0 " + head + "/8000\r\na=" + head + "\r\n");
    return IDS.indexOf(id) % 2 == 1
        ? invite
        : invite
            .replace("From: <sip:+15550190000@", "From: \"" + head + "\" <sip:" + head + "@")
            .replace("X-Note", "X-" + head);
  }

  @Test
  public void itEndsAsAnyOther() {
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.err()).doesNotContain("Exception", "WARN");
    assertThat(ended.out())
        .contains("9 calls in", "srtp-missing", "request-malformed")
        .doesNotContain("Exception");
    HarmlessReports.assertHarmless("stdout", ended.out());
    assertThat(ended.out()).as("shown, not left out").contains("<script>", "\\x1b[2J");
    assertThat(ended.out().lines()).as("no endless line").allMatch(l -> l.length() < 2000);
  }

  @Test
  public void everyFileCanBeRead() throws Exception {
    HarmlessReports reports = new HarmlessReports(out);
    assertThat(reports.assertTexts()).isGreaterThan(IDS.size() * 4);
    reports.assertXml();
    assertThat(reports.assertJson()).isGreaterThan(IDS.size());
  }

  @DataProvider
  public Object[][] calls() {
    return IDS.stream().map(id -> new Object[] {IDS.indexOf(id)}).toArray(Object[][]::new);
  }

  private static String name(int call) {
    return "call-%05d@teams-direct-routing".formatted(call + 1);
  }

  @Test(dataProvider = "calls")
  public void theCaptureHasTheVeryBytes(int call) throws IOException {
    Path pcap = out.resolve("evidence").resolve(name(call)).resolve("call.pcap");
    assertThat(CaptureFile.read(pcap).messages())
        .extracting(m -> new String(m.message().bytes(), StandardCharsets.ISO_8859_1))
        .contains(sent.get(call));
  }

  @Test
  public void noScriptRunsInAnyPage() throws IOException {
    Browser.require();
    HarmlessReports reports = new HarmlessReports(out);
    try (Browser browser = Browser.start()) {
      for (int call = 0; call < 4; call++) {
        assertThat(reports.assertSummary(browser, name(call)).text("body"))
            .contains("rule of the far end broken");
      }
      reports.assertReport(
          browser, IDS.size(), text -> assertThat(text).contains("rule of the far end broken"));
    }
    assertThat(Files.readString(out.resolve("junit.xml"))).contains("&lt;script&gt;");
  }
}
