package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.testng.annotations.Test;

/** Targets that ignore OPTIONS, as phones do: whether they are alive after something malformed. */
public class PulseTests {
  private static final StatusPattern C400 = new StatusPattern.Code(400);

  @Test
  public void aTargetThatIgnoresOptionsIsNotDead() {
    CaseResult result = play(malformed(C400), m -> m.method().equals("INVITE"), false);
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.notes())
        .anySatisfy(
            n ->
                assertThat(n)
                    .startsWith("the target answers no OPTIONS even when it is well")
                    .contains("400"));
  }

  @Test
  public void oneThatAnswersNothingAfterwardsIs() {
    CaseResult result = play(malformed(C400), m -> m.method().equals("INVITE"), true);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.TARGET_DIED);
    assertThat(result.findings().get(0).actual()).contains("a good call was not answered either");
  }

  @Test
  public void oneThatAnsweredOptionsBeforeIsAskedAgain() {
    CaseResult dead = play(malformed(C400), m -> true, true);
    assertThat(dead.findings()).extracting(Finding::kind).containsExactly(FindingKind.TARGET_DIED);
    assertThat(dead.findings().get(0).actual()).startsWith("OPTIONS was not answered");
    CaseResult alive = play(malformed(C400), m -> true, false);
    assertThat(alive.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(alive.notes()).isEmpty();
  }

  @Test
  public void silenceCountsWhereAGoodCallIsAnsweredAfterwards() {
    Case silent = malformed(new StatusPattern.Silence());
    CaseResult alive = play(silent, PulseTests::isGood, false);
    assertThat(alive.findings()).isEmpty();
    assertThat(alive.verdict()).isEqualTo(Verdict.PASSED);
    CaseResult dead = play(silent, m -> false, false);
    assertThat(dead.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(dead.findings()).extracting(Finding::kind).containsExactly(FindingKind.UNREACHABLE);
  }

  private static boolean isGood(SipMessage m) {
    return m.method().equals("INVITE") && m.first("Subject").isEmpty();
  }

  private static Case malformed(StatusPattern expected) {
    return TestCases.call(
        "malformed",
        OfferSpec.EMPTY,
        List.of(new MessageMutation.AddLine("Subject: twice")),
        Optional.empty(),
        expected);
  }

  /**
   * Plays at a target that answers some methods: 400 to INVITE, 200 to others.
   *
   * @param dies whether its first answer to INVITE is its last
   */
  private static CaseResult play(Case of, Predicate<SipMessage> answers, boolean dies) {
    AtomicBoolean dead = new AtomicBoolean();
    FakeTarget target =
        new FakeTarget(
            (endpoint, a) -> {
              String method = a.message().method();
              if (method.equals("ACK") || dead.get() || !answers.test(a.message())) {
                return;
              }
              dead.set(dies && method.equals("INVITE"));
              int status = method.equals("INVITE") ? 400 : 200;
              endpoint.respond(a, ResponseBuilder.to(a, status).build());
            });
    try (target;
        Player player = Player.open(PlayerOptions.loopback())) {
      player.attach(target.bare().within(Duration.ofMillis(600)), Profiles.shipped(), List.of(of));
      return player.play(of);
    }
  }
}
