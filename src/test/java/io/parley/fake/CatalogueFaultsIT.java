package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.play.Player;
import io.parley.play.stage.PlayerOptions;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.sip.SipMessage;
import io.parley.target.Target;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Scenarios that leave an SBC a choice, at one that does neither of the things it may do, and at
 * those that do one of them.
 */
public class CatalogueFaultsIT {
  private static final Target.Timers TIMERS =
      new Target.Timers(Duration.ofSeconds(3), Duration.ofSeconds(6));
  private static final String RINGBACK = "early/ringback-kept.yaml";
  private static final String TRANSFER = "call-control/transfer-failed.yaml";
  private static final String TEAMS = "teams-direct-routing";

  private static final FaultyPath.Fault NONE = new FaultyPath.Fault() {};

  private static FaultyPath.Fault keepingBack(int status) {
    return new FaultyPath.Fault() {
      @Override
      public Optional<String> response(SipMessage response) {
        return Optional.of(response.text()).filter(t -> response.status().orElse(0) != status);
      }
    };
  }

  private static FaultyPath.Fault changing(String from, String to) {
    return new FaultyPath.Fault() {
      @Override
      public Optional<String> response(SipMessage response) {
        return Optional.of(response.text().replace(from, to));
      }
    };
  }

  private static final FaultyPath.Fault SWALLOWS_NOTIFY =
      new FaultyPath.Fault() {
        @Override
        public Optional<String> answer(SipMessage request) {
          return Optional.of(request)
              .filter(r -> r.isRequest() && r.method().equals("NOTIFY"))
              .map(r -> Replies.bare(r, 200));
        }
      };

  @DataProvider(parallel = true)
  public Object[][] allowed() {
    return new Object[][] {
      {"strips the SDP of the 183", RINGBACK, TEAMS, NONE},
      {"forwards the first 18x only", RINGBACK, TEAMS, keepingBack(183)},
      {"reports the failed transfer", TRANSFER, TEAMS, NONE},
    };
  }

  @Test(dataProvider = "allowed")
  public void whatAnSbcMayDoPasses(String what, String scenario, String sbc, FaultyPath.Fault fault)
      throws Exception {
    assertThat(play(scenario, sbc, fault))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.findings()).as(what).isEmpty())
        .allMatch(r -> r.verdict() == Verdict.PASSED, "passed");
  }

  @DataProvider(parallel = true)
  public Object[][] faults() {
    return new Object[][] {
      // An SBC that is set up for a trunk passes the 183 on as it came.
      {"passes the SDP on", RINGBACK, "sipconnect", NONE, "Ringback"},
      {
        "rings with the SDP",
        RINGBACK,
        "sipconnect",
        changing("SIP/2.0 183 Session Progress", "SIP/2.0 180 Ringing"),
        "Ringback"
      },
      {"keeps the 180 back", RINGBACK, TEAMS, keepingBack(180), "Early media"},
      {"says nothing of the failure", TRANSFER, TEAMS, SWALLOWS_NOTIFY, "Transfer"},
      {"sends the INVITE again", TRANSFER, TEAMS, new RepeatsTransfer(), "Transfer repeated"},
    };
  }

  @Test(dataProvider = "faults")
  public void whatItMustNotDoFailsAndIsNamed(
      String what, String scenario, String sbc, FaultyPath.Fault fault, String name)
      throws Exception {
    assertThat(play(scenario, sbc, fault))
        .filteredOn(r -> !r.played().id().scenario().equals("late-messages"))
        .isNotEmpty()
        .allMatch(r -> r.verdict() == Verdict.FAILED, "failed")
        .allSatisfy(r -> assertThat(names(r)).as("%s: %s", what, r.findings()).contains(name));
  }

  private static List<String> names(CaseResult result) {
    return result.findings().stream().map(f -> f.diagnosis().orElse("")).toList();
  }

  private static List<CaseResult> play(String scenario, String sbc, FaultyPath.Fault fault)
      throws Exception {
    TargetPlan plan = new Targets(Profiles.shipped()).open("embedded");
    try (Player player = Player.open(PlayerOptions.loopback());
        Target good =
            plan.start(
                player.calleeAddress(), player.callerAddress(), player.secureCalleeAddress());
        FaultyPath path = FaultyPath.to(good.address(Optional.of(sbc)), fault)) {
      return Session.play(
          List.of(Path.of("scenarios", scenario)),
          List.of(TEAMS),
          1,
          player,
          BehindPath.of(path, good, TIMERS));
    }
  }
}
