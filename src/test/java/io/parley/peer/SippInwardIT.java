package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.target.docker.KamailioTarget;
import io.parley.target.docker.RequiresDocker;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** SIPp is the far end and calls inwards, to a user whom Parley plays on the near side. */
public class SippInwardIT {
  private static final String HEAD =
      """
      scenario: SIPp calls a user
      id: from-the-far-end
      actors:
        user: { role: callee, side: near }
      steps:
        - user: { receive: INVITE, within: 20s, offer: { codecs: [PCMU], address: target, srtp: none } }
      """;
  private static final String ANSWERS =
      """
        - user: { send: 180 }
        - user: { send: 200 }
        - user: { receive: ACK }
      """;

  @BeforeClass
  public void sippIsThere() {
    Sipp.require();
  }

  @DataProvider
  public Object[][] targets() {
    return new Object[][] {{"embedded"}, {KamailioTarget.NAME}};
  }

  @Test(dataProvider = "targets")
  public void hangsUp(String target) throws Exception {
    String steps =
        """
          - user: { receive: BYE }
          - user: { send: 200 }
        """;
    play(target, SippCaller.hangsUp(), HEAD + ANSWERS + steps);
  }

  @Test(dataProvider = "targets")
  public void isHungUp(String target) throws Exception {
    String steps =
        """
          - user: { send: BYE }
          - user: { receive: 200 }
        """;
    play(target, SippCaller.isHungUp(), HEAD + ANSWERS + steps);
  }

  @Test(dataProvider = "targets")
  public void givesUpWhileItRings(String target) throws Exception {
    String steps =
        """
          - user: { send: 180 }
          - user: { receive: CANCEL }
        """;
    play(target, SippCaller.cancels(), HEAD + steps);
  }

  private static void play(String target, String caller, String script) throws Exception {
    if (target.equals(KamailioTarget.NAME)) {
      RequiresDocker.check();
    }
    InetSocketAddress trunk = OwnPlace.next();
    try (ScriptStage stage = ScriptStage.at(target + "@" + Flow.text(trunk))) {
      CompletableFuture<CaseResult> played = stage.await(script);
      String there = Flow.text(stage.address(Optional.empty()));
      String scenario = "-sf " + Sipp.file(caller);
      try (Sipp sipp =
          Sipp.start(scenario, "-s +15550190000 -m 1 -timeout 60", Sipp.at(trunk), there)) {
        CaseResult result = played.get(60, TimeUnit.SECONDS);
        assertThat(result.findings()).as(sipp.output()).isEmpty();
        assertThat(sipp.exitCode()).as(sipp.output()).isZero();
        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASSED);
      }
    }
  }
}
