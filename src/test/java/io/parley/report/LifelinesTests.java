package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.peer.ScriptStage;
import io.parley.result.CaseResult;
import org.testng.annotations.Test;

/** Who stands where in the ladder: everybody on their own side of the target. */
public class LifelinesTests {

  @Test
  public void aCallerAtTheFarEndStandsBehindTheTarget() {
    try (ScriptStage stage = ScriptStage.at("embedded")) {
      CaseResult result =
          stage.play(
              """
              scenario: Calls in both directions
              id: script
              actors:
                trunk: { role: caller, side: far, offer: plain }
                user: { role: callee, side: near, offer: plain }
                branch: { role: callee }
              steps:
                - trunk: { send: INVITE, to: user }
                - user: { receive: INVITE }
                - user: { send: 486 }
                - trunk: { receive: 486 }
                - user/out: { send: INVITE, to: branch }
                - branch: { receive: INVITE }
                - branch: { send: 486 }
                - user/out: { receive: 486 }
              """);
      assertThat(result.findings()).isEmpty();
      Lifelines lines = Lifelines.of(result);
      assertThat(lines.list())
          .extracting(Ladder.Lifeline::name)
          .containsExactly("user", "user/out", lines.list().get(2).name(), "trunk", "branch");
      assertThat(lines.target()).isEqualTo(2);
    }
  }
}
