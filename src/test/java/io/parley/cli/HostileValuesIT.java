package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.capture.Capture;
import io.parley.capture.CaptureFile;
import io.parley.fake.FakeSbc;
import io.parley.fake.Replies;
import io.parley.peer.Browser;
import io.parley.peer.BrowserPage;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A target that puts what would harm a careless reader into every place of its responses; the user
 * does the same in titles, labels, notes and numbers. All of it is shown, none of it acts, and the
 * capture has it byte for byte.
 */
public class HostileValuesIT {
  private static final String SCRIPT = HostileValues.SCRIPT;
  private static final Map<String, String> VALUES = HostileValues.ALL;

  private final Map<String, String> sent = new ConcurrentHashMap<>();
  private FakeSbc sbc;
  private Path folder;
  private Path out;
  private ParleyProcess.Ended ended;

  @BeforeClass
  public void play() throws IOException {
    sbc = FakeSbc.start(this::answer);
    folder = Scratch.folder("hostile-");
    out = folder.resolve("reports");
    Files.writeString(
        folder.resolve("target.yaml"),
        """
        target: "Hostile %s \\e[31m"
        address: %s
        transports: [tcp]
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        far-end: { played-by: real }
        timers: { response: 3s, final: 4s }
        hooks: { after-failed-case: [/bin/sh, -c, 'printf "%%b" "$0"', '%s \\033[2J \\000 \\377 ]]>'] }
        """
            .formatted(
                SCRIPT.replace("\"", ""), Flow.text(sbc.address()), "<script>alert(9)</script>"));
    for (String id : VALUES.keySet()) {
      Files.writeString(folder.resolve(id + ".yaml"), scenario(id));
    }
    List<String> arguments = new ArrayList<>(List.of("run"));
    VALUES.keySet().forEach(id -> arguments.add(id + ".yaml"));
    arguments.addAll(List.of("--target", "target.yaml", "--no-check", "--transport", "tcp"));
    arguments.addAll(List.of("--label", "change=" + SCRIPT + "\u001b[31m]]>\u202e"));
    arguments.addAll(List.of("--note", SCRIPT + "\u001b[31m]]>\u202e"));
    ended = ParleyProcess.start(folder, arguments.toArray(String[]::new)).ended();
  }

  @AfterClass(alwaysRun = true)
  public void stopTarget() throws IOException {
    sbc.close();
  }

  private static String scenario(String id) {
    return """
    scenario: "Title \\e[31m\\u202e ]]> %s"
    id: %s
    offer: { base: plain }
    headers: { X-Case: %s }
    control: none
    expect: { status: 486, headers: { Reason: "Q.850;cause=88" } }
    """
        .formatted(SCRIPT, id, id);
  }

  private List<String> answer(SipMessage message, InetSocketAddress self) {
    if (!message.isRequest() || message.method().equals("ACK")) {
      return List.of();
    }
    if (!message.method().equals("INVITE")) {
      return List.of(Replies.bare(message, 200));
    }
    String id = message.first("X-Case").orElse("");
    String hostile = VALUES.getOrDefault(id, "");
    String head = HostileValues.inHead(hostile);
    String body = "v=0\r\ns=" + hostile + "\r\nm=" + hostile + "\r\n";
    String more =
        "Warning: 399 %1$s \"%1$s\"\r\nReason: Q.850;text=\"%1$s\"\r\nServer: %1$s\r\nX-%1$s: %1$s\r\n"
            .formatted(head);
    String length = "Content-Type: application/sdp\r\nContent-Length: " + body.length();
    String response =
        Replies.withStatusLine(message, "SIP/2.0 488 " + head)
            .replace("Content-Length: 0\r\n\r\n", more + length + "\r\n\r\n" + body);
    sent.put(id, response);
    return List.of(response);
  }

  @Test
  public void theRunEndsAsAnyOther() {
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.err()).isEmpty();
    assertThat(sent).containsOnlyKeys(VALUES.keySet());
    assertThat(ended.out()).contains("9 failed").doesNotContain("Exception");
    HarmlessReports.assertHarmless("stdout", ended.out());
    assertThat(ended.out()).as("shown, not left out").contains("488 " + SCRIPT, "\\x1b[2J");
    assertThat(ended.out().lines()).as("no endless line").allMatch(l -> l.length() < 4000);
  }

  private HarmlessReports reports() {
    return new HarmlessReports(out);
  }

  @Test
  public void everyTextFileIsReadable() throws IOException {
    assertThat(reports().assertTexts()).isGreaterThan(VALUES.size() * 6);
  }

  @Test
  public void everyXmlFileIsWellFormed() throws Exception {
    reports().assertXml();
    assertThat(Files.readString(out.resolve("junit.xml"))).contains("488 &lt;script&gt;");
  }

  @Test
  public void everyJsonFileIsRead() throws IOException {
    assertThat(reports().assertJson()).isGreaterThan(VALUES.size());
    assertThat(Files.readString(out.resolve("run.json"))).contains(SCRIPT);
  }

  @DataProvider
  public Object[][] ids() {
    return VALUES.keySet().stream().map(id -> new Object[] {id}).toArray(Object[][]::new);
  }

  @Test(dataProvider = "ids")
  public void theCaptureHasTheVeryBytes(String id) throws IOException {
    Path pcap = out.resolve("evidence").resolve(id).resolve("call.pcap");
    Capture capture = CaptureFile.read(pcap);
    assertThat(capture.messages())
        .extracting(m -> new String(m.message().bytes(), StandardCharsets.ISO_8859_1))
        .contains(sent.get(id));
  }

  @Test
  public void explainShowsItHarmless() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String id : VALUES.keySet()) {
      all.append(Files.readString(out.resolve("evidence").resolve(id).resolve("trace.txt")));
    }
    Files.writeString(folder.resolve("all.txt"), all);
    ParleyProcess.Ended text = ParleyProcess.start(folder, "explain", "all.txt").ended();
    assertThat(text.out()).contains("488 " + SCRIPT);
    HarmlessReports.assertHarmless("explain", text.out() + text.err());
    String raw = "reports/evidence/nul/call.pcap";
    ParleyProcess.Ended json = ParleyProcess.start(folder, "explain", raw, "--json").ended();
    HarmlessReports.assertHarmless("explain --json", json.out() + json.err());
    assertThat(new JsonMapper().readTree(json.out()).at("/calls/0").isObject()).isTrue();
  }

  @Test
  public void noScriptRunsInAnyPage() throws IOException {
    Browser.require();
    try (Browser browser = Browser.start()) {
      for (String id : List.of("script", "attribute", "cdata", "escape")) {
        BrowserPage shown = reports().assertSummary(browser, id);
        assertThat(shown.text("body")).contains("INVITE and final response", SCRIPT);
      }
      reports()
          .assertReport(
              browser, VALUES.size(), text -> assertThat(text).contains("onerror=alert(2)"));
    }
  }
}
