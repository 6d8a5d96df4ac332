package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.media.StunBuilder;
import io.parley.media.StunMessage;
import io.parley.model.Finding;
import io.parley.model.StunAttributeName;
import io.parley.model.Verdict;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The shipped scenario about answers to checks, at SBCs that answer them wrongly. */
public class CheckAnswerTests {
  private static final String PROFILE = "teams-media-bypass";
  private static final Path SHIPPED = Path.of("scenarios/ice/ice-lite-answers-checks.yaml");
  private static final CheckedSbc.Answers GOOD =
      (check, from, password) ->
          check.isMadeWith(password)
              ? List.of(StunBuilder.success(check, from).build(Optional.of(password)))
              : List.of(StunBuilder.error(check, "401 Unauthenticated").build(Optional.empty()));

  private static CaseResult play(CheckedSbc.Answers answers) throws Exception {
    return play(SHIPPED, answers);
  }

  private static CaseResult play(Path file, CheckedSbc.Answers answers) throws Exception {
    AtomicReference<CheckedSbc> sbc = new AtomicReference<>();
    try {
      List<CaseResult> results =
          Session.play(
              List.of(file),
              List.of(PROFILE),
              1,
              callees -> {
                sbc.set(
                    new CheckedSbc(
                        Profiles.shipped().get(PROFILE).orElseThrow(), callees, answers));
                return new FixedTarget(sbc.get().address(), FixedTarget.IMPATIENT);
              });
      assertThat(results).hasSize(1);
      return results.get(0);
    } finally {
      sbc.get().close();
    }
  }

  @Test
  public void anSbcThatAnswersPasses() throws Exception {
    CaseResult result = play(GOOD);
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  private static CheckedSbc.Answers changed(
      java.util.function.UnaryOperator<StunBuilder> change, boolean sealed) {
    return (check, from, password) ->
        List.of(
            change
                .apply(StunBuilder.success(check, from))
                .build(sealed ? Optional.of(password) : Optional.empty()));
  }

  private static StunMessage other() {
    byte[] bytes = StunBuilder.fresh(StunMessage.Kind.REQUEST).build(Optional.empty());
    return StunMessage.read(bytes).orElseThrow();
  }

  @DataProvider
  public Object[][] faults() {
    CheckedSbc.Answers silent = (check, from, password) -> List.of();
    CheckedSbc.Answers refusing =
        (check, from, password) ->
            List.of(StunBuilder.error(check, "401 Unauthenticated").build(Optional.empty()));
    CheckedSbc.Answers other =
        (check, from, password) ->
            List.of(StunBuilder.success(other(), from).build(Optional.of(password)));
    CheckedSbc.Answers foreign =
        (check, from, password) ->
            List.of(StunBuilder.success(check, from).build(Optional.of("another-password-of-it")));
    return new Object[][] {
      {"silent", silent, "nothing came at 127\\.0\\.2\\.1:\\d+ within .*"},
      {
        "refusing",
        refusing,
        "none came at .*, but STUN Binding error response from .*ERROR-CODE 401 Unauthenticated.*:"
            + " no STUN success"
      },
      {"another transaction", other, ".*: it answers no check of callee \\(RFC 8489 §6\\.3\\.3\\)"},
      {
        "another password",
        foreign,
        ".*: its MESSAGE-INTEGRITY is not made with the a=ice-pwd that came \\(RFC 8489 §9\\.1\\.4\\)"
      },
      {
        "no integrity",
        changed(b -> b, false),
        ".*: its MESSAGE-INTEGRITY is missing \\(RFC 8489 §9\\.1\\.4\\)"
      },
      {
        "a wrong fingerprint",
        changed(b -> b.set(StunAttributeName.FINGERPRINT, "00000000"), true),
        ".*: its FINGERPRINT is wrong \\(RFC 8489 §14\\.7\\)"
      },
      {
        "another address",
        changed(b -> b.set(StunAttributeName.XOR_MAPPED_ADDRESS, "127.0.0.1:9"), true),
        ".*: XOR-MAPPED-ADDRESS: 127\\.0\\.2\\.1:\\d+, found \\[127\\.0\\.0\\.1:9\\] .*"
      },
      {
        "no address",
        changed(b -> b.without(StunAttributeName.XOR_MAPPED_ADDRESS.type()), true),
        ".*: XOR-MAPPED-ADDRESS: 127\\.0\\.2\\.1:\\d+, found \\[\\] .*"
      },
    };
  }

  @Test(dataProvider = "faults")
  public void whoAnswersWronglyFails(String name, CheckedSbc.Answers answers, String actual)
      throws Exception {
    CaseResult result = play(answers);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).hasSize(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.expected()).isEqualTo("callee to receive STUN success");
    assertThat(finding.actual()).matches(actual);
    assertThat(finding.diagnosis()).contains("ICE checks unanswered");
  }

  /** Such an SBC goes on with the credentials that it began with. */
  @Test
  public void whoKeepsTheOldCredentialsFailsAfterARestart() throws Exception {
    CaseResult result = play(Path.of("scenarios/ice/ice-restart-checked.yaml"), GOOD);
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).at().orElseThrow().line()).isEqualTo(28);
    assertThat(result.findings().get(0).actual())
        .contains("STUN Binding error response")
        .contains("ERROR-CODE 401 Unauthenticated");
  }

  @Test
  public void whoLetsEverybodyInFails() throws Exception {
    CaseResult result = play(changed(b -> b, true));
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).expected())
        .isEqualTo("callee not to receive STUN success for 300 ms");
    assertThat(result.findings().get(0).diagnosis()).contains("ICE checks");
  }

  @Test
  public void whoChecksBackFails() throws Exception {
    CaseResult result =
        play(
            (check, from, password) ->
                List.of(
                    GOOD.to(check, from, password).get(0),
                    StunBuilder.fresh(StunMessage.Kind.REQUEST)
                        .set(StunAttributeName.USERNAME, "a:b")
                        .build(Optional.of("nobody-knows-this-password"))));
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).expected())
        .isEqualTo("callee not to receive STUN request for 300 ms");
    assertThat(result.findings().get(0).actual()).contains("(USERNAME a:b, transaction ");
  }
}
