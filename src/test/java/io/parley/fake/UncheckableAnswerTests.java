package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** A caller that checks connectivity, at a target whose answer cannot be checked with. */
public class UncheckableAnswerTests {
  private static final String PROFILE = "teams-media-bypass";

  /** Nothing is sent to an address that is not the target's, whatever its SDP names. */
  @Test
  public void noCheckGoesToAStranger() throws Exception {
    Finding finding = checking(Fakes::ok);
    assertThat(finding.kind()).isEqualTo(FindingKind.SDP);
    assertThat(finding.expected()).isEqualTo("caller sends STUN request");
    assertThat(finding.actual())
        .matches(
            "the SDP that came has no candidate at an address of the target \\(127\\.0\\.5\\.1\\), but"
                + " \\[1 1 UDP \\d+ 127\\.0\\.1\\.1 \\d+ typ host\\]; .*'media: \\[\\.\\.\\.\\]'");
  }

  /** Answers that cannot be checked with, by what is wrong with them. */
  @DataProvider
  public Object[][] useless() {
    return new Object[][] {
      {
        "a=ice-pwd:[^\r]*\r\n",
        "",
        "the SDP that came has no a=ice-ufrag and a=ice-pwd to check with"
      },
      {
        "a=ice-ufrag:[^\r]*",
        "a=ice-ufrag:x",
        "the SDP that came cannot be checked with: expected a=ice-ufrag of 4 to 256"
      },
      {"a=ice-ufrag:[^\r]*", "a=ice-ufrag:" + "x".repeat(600), "found 600 characters"},
      {"a=candidate:[^\r]*\r\n", "", "(127.0.5.1), but none at all"},
      {"(a=candidate:1 1 UDP \\d+) \\S+ \\d+", "$1 127.0.5.1 0", "but none at all"},
      {"(a=candidate:1 1 UDP \\d+) \\S+ \\d+", "$1 127.0.5.1 99999", "but none at all"},
      {"(a=candidate:1 1) UDP (\\d+) \\S+", "$1 TCP $2 127.0.5.1", "but none at all"},
      {"(a=candidate:1 1 UDP \\d+) \\S+", "$1 sbc.example.com", "sbc.example.com"},
    };
  }

  @Test(dataProvider = "useless")
  public void whatCannotBeCheckedIsTheTargetsFault(String find, String with, String words)
      throws Exception {
    Finding finding =
        checking(
            (in, self) ->
                Fakes.ok(in, self).stream()
                    .map(SipMessage::of)
                    .map(m -> FaultyPath.withBody(m, sdp(m).replaceFirst(find, with)))
                    .toList());
    assertThat(finding.kind()).isEqualTo(FindingKind.SDP);
    assertThat(finding.actual()).contains(words);
  }

  private static String sdp(SipMessage message) {
    return new String(message.body(), StandardCharsets.ISO_8859_1);
  }

  /** The finding of a caller that checks at a target that answers so. */
  private static Finding checking(FakeSbc.Behaviour behaviour) throws Exception {
    Path file = Scratch.file("script", ".yaml");
    Files.writeString(
        file,
        """
        scenario: A caller checks
        id: script
        actors:
          caller: { offer: secure-ice }
        steps:
          - caller: { send: INVITE }
          - caller: { receive: 200 }
          - caller: { send: STUN request }
          - caller: { receive: STUN success }
        """);
    try (FakeSbc fake = FakeSbc.start(behaviour)) {
      CaseResult result =
          Session.play(
                  List.of(file),
                  List.of(PROFILE),
                  1,
                  callees -> new FixedTarget(fake.address(), FixedTarget.IMPATIENT))
              .get(0);
      assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(result.transcript()).noneMatch(e -> e.packet().isPresent());
      return result.findings().get(0);
    } finally {
      Files.delete(file);
    }
  }
}
