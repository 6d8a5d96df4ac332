package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.farend.FarEndServer;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.sip.SipMessage;
import io.parley.target.OurPlaces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.testng.annotations.Test;

/** SBCs that treat a trunk of two servers wrongly, each in one way, and one that does not. */
public class FaultyTrunkTests {
  private static final Duration SOON = Duration.ofMillis(250);

  private static final String ASKS = "options-from-sbc";
  private static final String OUT_OF_SERVICE = "options-unanswered";
  private static final String GOES_ON = "unavailable-failover";
  private static final String STAYS = "refusal-no-failover";

  @Test
  public void aGoodOnePasses() throws Exception {
    assertThat(played(List.of(ASKS, OUT_OF_SERVICE, GOES_ON, STAYS), SOON, TrunkPlan::both))
        .hasSize(6)
        .allSatisfy(r -> assertThat(r.findings()).isEmpty())
        .allMatch(r -> r.verdict() == Verdict.PASSED);
  }

  @Test
  public void oneThatNeverAsksFails() throws Exception {
    List<CaseResult> results =
        played(List.of(ASKS, OUT_OF_SERVICE), Duration.ZERO, TrunkPlan::both);
    assertThat(results)
        .hasSize(2)
        .allSatisfy(
            r ->
                assertThat(r.findings().get(0).toString())
                    .contains("callee to receive OPTIONS", "message not received"))
        .allSatisfy(r -> assertThat(r.findings().get(0).diagnosis()).contains("Keep-alive"));
  }

  @Test
  public void oneThatGoesOnCallingASilentServerFails() throws Exception {
    // It is said to give a server up after one, and does after five.
    CaseResult result = played(List.of(OUT_OF_SERVICE), SOON, 2, TrunkPlan::both).get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).toString())
        .contains("callee.INVITE.server == second", "first");
    assertThat(result.findings().get(0).diagnosis()).contains("Keep-alive");
  }

  @Test
  public void oneThatNeverComesBackToTheFirstServerFails() throws Exception {
    CaseResult result =
        only(OUT_OF_SERVICE, SOON, ours -> List.of(TrunkPlan.second(ours), TrunkPlan.first(ours)));
    assertThat(result.findings().get(0).toString())
        .contains("callee/again.INVITE.server == first", "second");
  }

  @Test
  public void oneThatPasses503OnFails() throws Exception {
    CaseResult result = only(GOES_ON, SOON, ours -> List.of(TrunkPlan.first(ours)));
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).diagnosis()).contains("Failover");
  }

  /** The SBC hears 503 where the far end said 486, and so does what it must not do after 486. */
  @Test
  public void oneThatTakesBusyForAFailureOfTheServerFails() throws Exception {
    FaultyPath.Fault unavailable =
        new FaultyPath.Fault() {
          @Override
          public Optional<String> response(SipMessage response) {
            return Optional.of(
                response.text().replaceFirst("SIP/2.0 (486|603|404)", "SIP/2.0 503"));
          }
        };
    List<FaultyPath> paths = new java.util.ArrayList<>();
    List<CaseResult> results =
        played(
            List.of(STAYS),
            Duration.ZERO,
            ours -> {
              FaultyPath path = FaultyPath.to(ours.firsts().get(0).plain(), unavailable);
              paths.add(path);
              return List.of(FarEndServer.plain(path.address()), TrunkPlan.second(ours));
            });
    paths.forEach(FaultyPath::close);
    assertThat(results)
        .hasSize(3)
        .allMatch(r -> r.verdict() == Verdict.FAILED)
        .allSatisfy(r -> assertThat(r.findings().get(0).diagnosis()).contains("Failover"));
  }

  private static CaseResult only(
      String scenario, Duration asked, Function<OurPlaces, List<FarEndServer>> trunk)
      throws Exception {
    return played(List.of(scenario), asked, trunk).get(0);
  }

  private static List<CaseResult> played(
      List<String> scenarios, Duration asked, Function<OurPlaces, List<FarEndServer>> trunk)
      throws Exception {
    return played(scenarios, asked, 6, trunk);
  }

  private static List<CaseResult> played(
      List<String> scenarios,
      Duration asked,
      int unanswered,
      Function<OurPlaces, List<FarEndServer>> trunk)
      throws Exception {
    List<Path> files =
        scenarios.stream().map(s -> Path.of("scenarios", "call-control", s + ".yaml")).toList();
    try (TrunkPlan plan = new TrunkPlan(asked, unanswered, trunk)) {
      return Session.play(files, plan.profiles(), 4, plan).stream()
          .filter(r -> !r.played().id().scenario().equals("late-messages"))
          .toList();
    }
  }
}
