package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.report.Ladder;
import io.parley.report.Trace;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import io.parley.result.TranscriptEntry;
import io.parley.target.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Steps about media ports, at an SBC that sends what a test wants to the far end's candidate. */
public class MediaPortTests {
  private static final String PROFILE = "teams-media-bypass";
  private static final String HEADER = "2112a442b7e7a701bc34d686fa87dfae";
  private static final String USERNAME = "000600086661723a6e656172";
  private static final String CHECK = "00010018" + HEADER + USERNAME + "802a00080000000000000001";
  private static final String NOMINATION =
      "0001001c2112a442b7e7a701bc34d686fa87dfaf" + USERNAME + "00250000802a00080000000000000001";
  private static final String KEEPALIVE = "00110000" + HEADER;
  private static final String RTP = "8000000112345678deadbeef00";
  private static final String RTCP = "80c9000112345678";
  private static final String NOISE = "ff00ff";

  private static final String SCRIPT =
      """
      scenario: A script of a test
      id: script
      actors:
        caller: { offer: secure-ice }
        callee: { answer: { ice: { mode: full, candidates: [host] } } }
      steps:
        - caller: { send: INVITE }
        - callee: { receive: INVITE }
        - callee: { send: 200 }
      %s
        - caller: { receive: 200 }
        - callee: { receive: ACK }
        - caller: { send: BYE }
        - callee: { receive: BYE }
        - caller: { receive: 200 }
      """;

  private static CaseResult shipped(String... datagrams) throws Exception {
    return play(Path.of("scenarios/ice/ice-lite-no-checks.yaml"), datagrams);
  }

  private static CaseResult script(String step, String... datagrams) throws Exception {
    Path file = Scratch.file("script-", ".yaml");
    Files.writeString(file, SCRIPT.formatted("  - callee: { " + step + " }"));
    try {
      return play(file, datagrams);
    } finally {
      Files.delete(file);
    }
  }

  private static CaseResult play(Path file, String... datagrams) throws Exception {
    List<byte[]> bytes = Stream.of(datagrams).map(HexFormat.of()::parseHex).toList();
    AtomicReference<MeddlingSbc> sbc = new AtomicReference<>();
    try {
      List<CaseResult> results =
          Session.play(
              List.of(file),
              List.of(PROFILE),
              1,
              callees -> {
                sbc.set(new MeddlingSbc(profile(), callees, bytes));
                return new FixedTarget(sbc.get().address(), FixedTarget.IMPATIENT);
              });
      assertThat(results).hasSize(1);
      return results.get(0);
    } finally {
      sbc.get().close();
    }
  }

  private static Profile profile() {
    return Profiles.shipped().get(PROFILE).orElseThrow();
  }

  @Test
  public void aLiteSbcThatChecksFailsTheShippedCase() throws Exception {
    CaseResult result = shipped(CHECK);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    Finding finding = result.findings().get(0);
    assertThat(result.findings()).hasSize(1);
    assertThat(finding.kind()).isEqualTo(FindingKind.UNEXPECTED);
    assertThat(finding.at().orElseThrow().toString()).contains("ice-lite-no-checks.yaml:17:");
    assertThat(finding.expected()).isEqualTo("callee not to receive STUN request for 1 s");
    assertThat(finding.actual())
        .matches(
            "it came after .*: STUN Binding request from 127\\.0\\.5\\.7:\\d+ to"
                + " 127\\.0\\.2\\.1:\\d+ \\(USERNAME far:near, ICE-CONTROLLING, transaction"
                + " b7e7a701bc34d686fa87dfae\\); the SDP that came says a=ice-lite, and a lite"
                + " agent sends no connectivity checks \\(RFC 8445 §2\\.5, §7\\)");
    assertThat(finding.diagnosis()).contains("ICE-lite that checks");
    assertThat(finding.owner()).contains("SBC admin, SBC vendor");
  }

  @Test
  public void aGoodSbcPassesTheShippedCase() throws Exception {
    CaseResult result = shipped();
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  /** Keepalives of a lite agent, media and noise are no checks. */
  @Test
  public void whatIsNoCheckBreaksNoBanOnChecks() throws Exception {
    CaseResult result = shipped(KEEPALIVE, RTP, RTCP, NOISE);
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(titles(result))
        .containsExactly(
            "STUN Binding indication",
            "RTP payload type 0",
            "RTCP packet type 201",
            "3 bytes that are no media, the first 255");
  }

  private static List<String> titles(CaseResult result) {
    return result.transcript().stream()
        .filter(e -> e.packet().isPresent())
        .map(TranscriptEntry::title)
        .toList();
  }

  /** What is waited for, in what comes. */
  @DataProvider
  public Object[][] met() {
    return new Object[][] {
      {"receive: STUN"},
      {"receive: STUN request, attributes: { USERNAME: 'far:near', USE-CANDIDATE: ~ }"},
      {"receive: STUN request, attributes: { USE-CANDIDATE: '' , ice-controlling: '/1$/' }"},
      {"receive: STUN request, times: 2"},
      {"receive: STUN indication"},
      {"receive: RTP"},
      {"receive: RTCP, within: 3s"},
      {"receive: STUN success, optional: true"},
      {"never: STUN error, for: 50ms"},
      {"never: DTLS, for: 50ms"},
    };
  }

  @Test(dataProvider = "met")
  public void isMet(String step) throws Exception {
    CaseResult result = script(step, CHECK, CHECK, NOMINATION, KEEPALIVE, RTP, RTCP, NOISE);
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  @DataProvider
  public Object[][] unmet() {
    return new Object[][] {
      {
        "receive: STUN request, attributes: { USERNAME: 'a:b' }, within: 1s",
        "callee to receive STUN request with USERNAME: a:b",
        "none came at 127\\.0\\.2\\.1:\\d+ within .*, but STUN Binding request from .* \\(USERNAME"
            + " far:near, .*\\): USERNAME: a:b, found 'far:near'"
      },
      {
        "receive: STUN request, attributes: { PRIORITY: '/./' }, within: 1s",
        "callee to receive STUN request with PRIORITY: /./",
        ".*PRIORITY: /./, there is no such attribute"
      },
      {
        "receive: DTLS, within: 1s",
        "callee to receive DTLS",
        "none came at .*, but STUN Binding request from .*: no DTLS"
      },
      {
        "receive: STUN request, times: 2, within: 1s",
        "callee to receive STUN request",
        "nothing came at 127\\.0\\.2\\.1:\\d+ within .*"
      },
    };
  }

  @Test(dataProvider = "unmet")
  public void whatDoesNotComeIsToldWithWhatDid(String step, String expected, String actual)
      throws Exception {
    CaseResult result = script(step, CHECK, CHECK);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).hasSize(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.kind()).isEqualTo(FindingKind.NOT_RECEIVED);
    assertThat(finding.at().orElseThrow().line()).isEqualTo(10);
    assertThat(finding.expected()).isEqualTo(expected);
    assertThat(finding.actual()).matches(actual);
  }

  @Test
  public void aStreamWithoutEndIsKeptInPart() throws Exception {
    String[] stream = new String[900];
    for (int i = 0; i < stream.length; i++) {
      stream[i] = "8000%04x12345678deadbeef00".formatted(i);
    }
    CaseResult result = script("receive: RTP, times: 3", stream);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(titles(result)).hasSizeBetween(3, 500);
    assertThat(result.notes())
        .anyMatch(
            n ->
                n.matches(
                    "callee: \\d+ packets came at its media port, of which the first 500 are kept.*"));
  }

  @Test
  public void thePacketIsInTraceLadderAndStep() throws Exception {
    CaseResult result = shipped(CHECK);
    assertThat(Trace.of(result))
        .containsPattern("UDP  127\\.0\\.5\\.7:\\d+ -> 127\\.0\\.2\\.1:\\d+  callee receives\\n")
        .contains(
            """
            STUN Binding request
            transaction: b7e7a701bc34d686fa87dfae
            USERNAME: far:near
            ICE-CONTROLLING: 0000000000000001
            """);
    Ladder.Arrow arrow =
        Ladder.of(result).rows().stream()
            .filter(Ladder.Arrow.class::isInstance)
            .map(Ladder.Arrow.class::cast)
            .filter(a -> a.label().equals("STUN Binding request"))
            .findFirst()
            .orElseThrow();
    assertThat(arrow.failure().orElseThrow()).contains("a lite agent sends no connectivity checks");
    assertThat(result.steps())
        .filteredOn(s -> s.status() == StepResult.Status.FAILED)
        .singleElement()
        .extracting(s -> result.transcript().get(s.entry().orElseThrow()).title())
        .isEqualTo("STUN Binding request");
  }

  /** An actor without such a step opens nothing. */
  @Test
  public void noPortIsHeldUnasked() throws Exception {
    CaseResult result = script("never: BYE, for: 50ms", CHECK);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(titles(result)).isEmpty();
  }

  /** The examples on the page about the language, at the embedded SBC. */
  @Test
  public void theExamplesOnThePagePass() throws Exception {
    String page = Files.readString(Path.of("scenarios/README.md"));
    List<Path> files = new ArrayList<>();
    for (String id : List.of("media-port-by-example", "checks-by-example")) {
      String block =
          Pattern.compile("(?s)```yaml\n(scenario: [^`]*?\nid: " + id + "\n.*?)```")
              .matcher(page)
              .results()
              .map(m -> m.group(1))
              .findFirst()
              .orElseThrow();
      files.add(Files.writeString(Scratch.file(id + "-", ".yaml"), block));
    }
    assertThat(
            Session.play(
                files, List.of(PROFILE), 2, new Targets(Profiles.shipped()).open("embedded")))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.findings()).isEmpty())
        .allMatch(r -> r.verdict() == Verdict.PASSED);
  }
}
