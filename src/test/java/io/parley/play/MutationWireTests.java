package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.scenario.Catalogue;
import io.parley.scenario.Loaded;
import io.parley.scenario.context.LoadContext;
import io.parley.sip.ResponseBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Each mutation of a request as it is written in YAML and as it crosses the wire. */
public class MutationWireTests {
  /** T1 is 500 ms (RFC 3261 §17.1.1.1); timers of a JVM may be a little early. */
  private static final Duration ALMOST_T1 = Duration.ofMillis(450);

  @DataProvider
  public Object[][] mutations() {
    return new Object[][] {
      {"{ repeat-header: Call-ID }", "(?s).*\r\n(Call-ID: \\S+)\r\n\\1\r\n.*"},
      {"{ move-header: Via, to: last }", "(?s)INVITE [^\r]*\r\n[^V].*\r\nVia: [^\r]*\r\n\r\nv=0.*"},
      {"{ move-header: CSeq, to: first }", "(?s)INVITE [^\r]*\r\nCSeq: 1 INVITE\r\nVia: .*"},
      {"{ rename-header: From, as: fROM }", "(?s).*\r\nfROM: <sip:.*"},
      {"{ compact-header: Via }", "(?s).*\r\nv: SIP/2.0/UDP .*"},
      {"{ fold-header: To }", "(?s).*\r\nTo:\r\n <sip:.*"},
      {"{ pad-header: Allow, length: 9000 }", "(?s).*\r\nAllow: INVITE[^\r]*x{8000}\r\n.*"},
      {"{ header-bytes: Call-ID, hex: 00 ff }", "(?s).*\r\nCall-ID: [^\r]+\\x00\\xff\r\n.*"},
      {
        "{ set-header: Subject, value: \"gr\u00fc\u00df\" }",
        "(?s).*\r\nSubject: gr\u00c3\u00bc\u00c3\u009f\r\n.*"
      },
      {"{ tag: From, is: missing }", "(?s).*\r\nFrom: <[^>]*>\r\n.*"},
      {"{ tag: From, is: twice }", "(?s).*\r\nFrom: <[^>]*>(;tag=\\w+)\\1\r\n.*"},
      {"{ branch: old-style }", "(?s).*\r\nVia: [^\r]*;branch=old-style[;\r].*"},
      {
        "{ add-line: \"Content-Length: 3\" }",
        "(?s).*Content-Length: \\d{3}\r\n.*Content-Length: 3\r\n\r\nv=0.*"
      },
      {"{ line-end: \"\\n\" }", "(?s)INVITE [^\r]*\n\nv=0\r\n.*"},
      {"{ prepend: \"\\r\\n\\r\\n\" }", "(?s)\r\n\r\nINVITE sip:.*"},
      {"{ prepend: \"??\" }", "(?s)\\?\\?INVITE sip:.*"},
      {"{ append: behind }", "(?s)INVITE .*behind"},
      {"{ truncate: 300 }", "(?s)INVITE .{293}"},
      {"{ copies: 2 }", "(?s)(INVITE .*)\\1"},
    };
  }

  @Test(dataProvider = "mutations")
  public void aMutationIsOnTheWire(String mutation, String expected) throws IOException {
    Played played = play("mutate: [" + mutation + "]\ntransport: udp");
    assertThat(played.result().verdict())
        .as("%s", played.result().findings())
        .isEqualTo(Verdict.PASSED);
    assertThat(played.frames().get(0)).matches(expected);
  }

  @Test
  public void aBodyMayBeClaimedLongerAndShorter() throws IOException {
    for (int by : new int[] {7, -7}) {
      String sent =
          play("mutate: [{ content-length-by: " + by + " }]\ntransport: udp").frames().get(0);
      int there = sent.length() - sent.indexOf("\r\n\r\n") - 4;
      assertThat(sent).contains("Content-Length: " + (there + by) + "\r\n");
    }
  }

  @Test
  public void aMessageInManySegmentsArrivesWhole() throws IOException {
    Played played = play("mutate: [{ segments: 12, pause: 2ms }]\ntransport: tcp");
    assertThat(played.result().verdict()).isEqualTo(Verdict.PASSED);
    assertThat(played.frames().get(0)).matches("(?s)INVITE sip:.*\r\n\r\nv=0.*");
    List<TranscriptEntry> sent =
        played.result().transcript().stream()
            .filter(e -> e.frame().way() == io.parley.wire.Frame.Way.OUT)
            .toList();
    assertThat(sent).hasSizeGreaterThanOrEqualTo(12);
    assertThat(sent.get(0).frame().bytes()).hasSizeLessThan(200);
  }

  @Test
  public void segmentsOverUdpAreRefusedWithTheReason() throws IOException {
    Played played = play("mutate: [{ segments: 3 }]\ntransport: udp");
    assertThat(played.result().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(played.result().findings().get(0).actual()).contains("transport: tcp");
  }

  @Test
  public void aRequestThatGotLostArrivesAsItsRepetition() throws IOException {
    Played played = play("mutate: [{ lose: request }]\ntransport: udp");
    assertThat(played.result().verdict()).isEqualTo(Verdict.PASSED);
    Instant first = played.result().transcript().get(0).frame().time();
    assertThat(Duration.between(played.result().started(), first)).isGreaterThan(ALMOST_T1);
    assertThat(invites(played)).as("the SBC saw it once").isEqualTo(1);
  }

  @Test
  public void anAnswerThatGotLostIsAskedForAgain() throws IOException {
    Played played = play("mutate: [{ lose: answer }]\ntransport: udp");
    assertThat(invites(played)).as("the request was repeated").isGreaterThanOrEqualTo(2);
  }

  @Test
  public void aLossOverTcpIsRefusedWithTheReason() throws IOException {
    Played played = play("mutate: [{ lose: request }]\ntransport: tcp");
    assertThat(played.result().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(played.result().findings().get(0).actual()).contains("only a datagram gets lost");
  }

  private static long invites(Played played) {
    return played.frames().stream().filter(f -> f.startsWith("INVITE ")).count();
  }

  @Test
  public void aHeaderThatIsNotThereIsNamed() throws IOException {
    Played played = play("mutate: [{ fold-header: Subject }]\ntransport: udp");
    assertThat(played.result().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(played.result().findings().get(0).actual())
        .contains("the request has no Subject header");
  }

  /**
   * What became of a case.
   *
   * @param frames what the target got, the questions whether it is alive aside
   */
  private record Played(CaseResult result, List<String> frames) {}

  private static Played play(String keys) throws IOException {
    List<String> frames = Collections.synchronizedList(new ArrayList<>());
    FakeTarget target =
        new FakeTarget(
            (endpoint, a) -> {
              boolean question = a.message().method().equals("OPTIONS");
              boolean first = !question && frames.isEmpty();
              if (!question) {
                frames.add(new String(a.frame().bytes(), StandardCharsets.ISO_8859_1));
              }
              if (first || question) {
                int status = question ? 200 : 400;
                endpoint.sendStateless(
                    ResponseBuilder.to(a, status).build().bytes(),
                    a.frame().flow().transport(),
                    a.frame().flow().remote());
              }
            });
    Case of = load(keys);
    try (target;
        Player player = Player.open(PlayerOptions.loopback())) {
      player.attach(target.bare(), Profiles.shipped(), List.of(of));
      return new Played(player.play(of), frames);
    }
  }

  private static Case load(String keys) throws IOException {
    Path file = Scratch.file("mutation-", ".yaml");
    Files.writeString(
        file,
        "scenario: Mutated\nid: mutated\noffer: plain\ncontrol: none\nexpect: { status: 400 }\n"
            + keys
            + "\n");
    LoadContext context =
        new LoadContext(
            Map.of(),
            List.of(),
            Map.of(),
            Map.of("callee", "+15550100000", "caller", "+15550190000"),
            Set.of(),
            Map.of(),
            Map.of(),
            Set.of());
    Loaded loaded = Catalogue.load(List.of(file), context);
    Files.delete(file);
    assertThat(loaded.problems()).isEmpty();
    return loaded.cases().get(0);
  }
}
