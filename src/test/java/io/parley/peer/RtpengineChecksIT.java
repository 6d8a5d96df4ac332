package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.media.StunMessage;
import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.report.Pcap;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.target.docker.RequiresDocker;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Connectivity checks of an agent that is not ours: rtpengine behind Kamailio, which is a full ICE
 * agent where the offer is that of one, and a lite agent where it says {@code a=ice-lite}.
 */
public class RtpengineChecksIT {
  private static final String CALL =
      """
      scenario: A call with ICE
      id: ice
      actors:
        caller: { offer: { base: secure, ice: { mode: %s, candidates: [host] } } }
        callee: { answer: { ice: { mode: full, candidates: [host], ufrag: farend } } }
      steps:
        - caller: { send: INVITE }
        - callee: { receive: INVITE }
        - callee: { send: 200 }
      %s
        - caller: { receive: 200 }
        - callee: { receive: ACK }
      %s
        - caller: { send: BYE }
        - callee: { receive: BYE }
        - caller: { receive: 200, method: BYE }
      """;

  private static final List<String> FIELDS =
      List.of(
          "stun.type",
          "stun.id",
          "stun.att.username",
          "stun.att.tie-breaker",
          "stun.att.priority",
          "stun.att.crc32.status");

  private ScriptStage stage;

  @BeforeClass
  public void start() {
    RequiresDocker.check();
    stage = ScriptStage.at("docker:kamailio");
  }

  @AfterClass(alwaysRun = true)
  public void stop() {
    if (stage != null) {
      stage.close();
    }
  }

  private CaseResult play(String mode, String... steps) {
    return stage.play(CALL.formatted(mode, ofCallee(steps), ""));
  }

  private static String ofCallee(String... steps) {
    return Stream.of(steps).map(s -> "  - callee: { " + s + " }").collect(Collectors.joining("\n"));
  }

  @Test
  public void checksOfAFullAgentAreSeenWithWhatTheySay() {
    CaseResult result =
        play(
            "full",
            "receive: STUN request, attributes: { USERNAME: '/^farend:.{4,}$/', SOFTWARE:"
                + " '/^rtpengine/', PRIORITY: '/^[0-9]+$/', ICE-CONTROLLING: '/^[0-9a-f]{16}$/',"
                + " MESSAGE-INTEGRITY: valid }");
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  /** Who nominates has found our answer to its check good (RFC 8445 §8.1.1). */
  @Test
  public void aFullAgentNominatesWhomItGotAGoodAnswerFrom() {
    CaseResult result =
        play(
            "full",
            "receive: STUN request, attributes: { MESSAGE-INTEGRITY: valid, FINGERPRINT: valid }",
            "send: STUN success",
            "receive: STUN request, attributes: { USE-CANDIDATE: '' }",
            "send: STUN success");
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  /** Checks of ours that are good, and such that are not. */
  @DataProvider
  public Object[][] checks() {
    return new Object[][] {
      {"", "receive: STUN success, attributes: { SOFTWARE: '/^rtpengine/' }"},
      {"USE-CANDIDATE: ''", "receive: STUN success"},
      {"MESSAGE-INTEGRITY: 0011223344556677889900112233445566778899", "receive: STUN error"},
      {"USERNAME: 'nobody:farend'", "receive: STUN error, attributes: { ERROR-CODE: '/^401/' }"},
      {"USERNAME: ~", "receive: STUN error, attributes: { ERROR-CODE: '/^400/' }"},
    };
  }

  @Test(dataProvider = "checks")
  public void ourChecksAreAnswered(String attributes, String answer) {
    String check = "send: STUN request, attributes: { " + attributes + " }";
    CaseResult result = stage.play(CALL.formatted("lite", "", ofCallee(check, answer)));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  public void checksAreFlaggedWhereNoneMayCome() {
    CaseResult result = play("full", "never: STUN request, for: 2s");
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).hasSize(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.actual())
        .contains("STUN Binding request from 127.0.4.9:")
        .contains("USERNAME farend:")
        .contains("ICE-CONTROLLING")
        .endsWith("the SDP that came is that of a full ICE agent, which checks (RFC 8445 §7.2)");
  }

  @Test
  public void aLiteAgentSendsNone() throws Exception {
    CaseResult result =
        stage.play(
            Files.readString(Path.of("scenarios/ice/ice-lite-no-checks.yaml"))
                .replaceFirst("(?m)^when:.*\n", ""));
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.transcript()).allMatch(e -> e.packet().isEmpty(), "a message");
  }

  /** What we read of a check is what Wireshark reads, in a plain capture and in one of TLS. */
  @Test(dataProvider = "transports")
  public void tsharkReadsTheSame(String transport) throws Exception {
    Installed.require("tshark", "tshark");
    CaseResult result = play("full", "receive: STUN request");
    StunMessage check =
        result.transcript().stream()
            .flatMap(e -> e.packet().stream())
            .flatMap(p -> p.stun().stream())
            .findFirst()
            .orElseThrow();
    List<TranscriptEntry> transcript =
        transport.equals("udp")
            ? result.transcript()
            : result.transcript().stream().map(RtpengineChecksIT::overTls).toList();
    assertThat(tshark(Pcap.of(transcript)))
        .first()
        .isEqualTo(
            "0x0001|%s|%s|%s|%s|1"
                .formatted(
                    check.transaction(),
                    check.values("USERNAME").get(0),
                    check.values("ICE-CONTROLLING").get(0),
                    check.values("PRIORITY").get(0)));
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {{"udp"}, {"tls"}};
  }

  /** Its SIP messages as if they had come over TLS. */
  private static TranscriptEntry overTls(TranscriptEntry entry) {
    Frame frame = entry.frame();
    Flow flow = frame.flow();
    Frame tls =
        new Frame(
            frame.time(),
            frame.way(),
            new Flow(Transport.TLS, flow.local(), flow.remote()),
            frame.bytes());
    return entry.packet().isPresent()
        ? entry
        : new TranscriptEntry(entry.actor(), tls, entry.message(), false, false);
  }

  private static List<String> tshark(byte[] pcap) throws Exception {
    Path file = Scratch.file("stun-", ".pcap");
    Path output = Scratch.file("stun-", ".txt");
    try {
      Files.write(file, pcap);
      List<String> command =
          new ArrayList<>(List.of("tshark", "-r", file.toString(), "-Y", "stun"));
      command.addAll(List.of("-T", "fields", "-E", "separator=|"));
      for (String field : FIELDS) {
        command.addAll(List.of("-e", field));
      }
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return Files.readAllLines(output);
    } finally {
      Files.delete(file);
      Files.delete(output);
    }
  }
}
