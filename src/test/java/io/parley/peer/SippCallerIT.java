package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.target.docker.KamailioTarget;
import io.parley.target.docker.RequiresDocker;
import io.parley.wire.Flow;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** SIPp, which none of us wrote, calls through an SBC what Parley plays behind it. */
public class SippCallerIT {
  private static final String HEAD =
      """
      scenario: A call from SIPp
      id: from-sipp
      steps:
        - callee: { receive: INVITE, within: 20s, offer: { codecs: [PCMU], address: target, srtp: none } }
      """;
  private static final String ANSWERS =
      """
        - callee: { send: 180 }
        - callee: { send: 200 }
        - callee: { receive: ACK }
      """;
  private static final String IS_HUNG_UP =
      """
        - callee: { receive: BYE }
        - callee: { send: 200 }
      """;

  @BeforeClass
  public void sippIsThere() {
    Sipp.require();
  }

  @DataProvider
  public Object[][] targets() {
    return new Object[][] {{"embedded"}, {KamailioTarget.NAME}};
  }

  /**
   * The scenario that SIPp brings along sends ACK and BYE to the Request-URI of its INVITE and not
   * by the routes to the Contact (RFC 3261 §12.2.1.1): what a B2BUA bears, a proxy cannot.
   */
  @Test
  public void itsOwnUacCallsAndHangsUp() throws Exception {
    play("embedded", "-sn uac", HEAD + ANSWERS + IS_HUNG_UP);
  }

  @Test(dataProvider = "targets")
  public void hangsUp(String target) throws Exception {
    play(target, "-sf " + Sipp.file(SippCaller.hangsUp()), HEAD + ANSWERS + IS_HUNG_UP);
  }

  @Test(dataProvider = "targets")
  public void holdsAndResumes(String target) throws Exception {
    String steps =
        """
          - callee: { receive: INVITE, offer: { direction: sendonly, address: target } }
          - callee: { send: 200, answer: { direction: recvonly } }
          - callee: { receive: ACK }
          - callee: { receive: INVITE, offer: { direction: sendrecv, address: target } }
          - callee: { send: 200, answer: { direction: sendrecv } }
          - callee: { receive: ACK }
        """;
    String caller = "-sf " + Sipp.file(SippCaller.holds());
    play(target, caller, HEAD + ANSWERS + steps + IS_HUNG_UP);
  }

  @Test(dataProvider = "targets")
  public void offersLate(String target) throws Exception {
    String steps =
        """
        scenario: A call from SIPp without an offer
        id: from-sipp-late
        steps:
          - callee: { receive: INVITE, within: 20s, offer: none }
          - callee: { send: 200, offer: { base: plain, codecs: [PCMU] } }
          - callee: { receive: ACK, answer: { codecs: [PCMU], address: target } }
        """;
    play(target, "-sf " + Sipp.file(SippCaller.offersLate()), steps + IS_HUNG_UP);
  }

  @Test(dataProvider = "targets")
  public void hearsEarlyMedia(String target) throws Exception {
    String steps =
        """
          - callee: { send: 183, answer: { codecs: [PCMU] } }
          - callee: { send: 200 }
          - callee: { receive: ACK }
        """;
    play(target, "-sf " + Sipp.file(SippCaller.hearsEarlyMedia()), HEAD + steps + IS_HUNG_UP);
  }

  @Test(dataProvider = "targets")
  public void givesUpWhileItRings(String target) throws Exception {
    String steps =
        """
          - callee: { send: 180 }
          - callee: { receive: CANCEL }
        """;
    play(target, "-sf " + Sipp.file(SippCaller.cancels()), HEAD + steps);
  }

  @Test(dataProvider = "targets")
  public void isHungUp(String target) throws Exception {
    String steps =
        """
          - callee: { send: BYE }
          - callee: { receive: 200 }
        """;
    play(target, "-sf " + Sipp.file(SippCaller.isHungUp()), HEAD + ANSWERS + steps);
  }

  private static void play(String target, String caller, String script) throws Exception {
    if (target.equals(KamailioTarget.NAME)) {
      RequiresDocker.check();
    }
    try (ScriptStage stage = ScriptStage.at(target)) {
      CompletableFuture<CaseResult> played = stage.await(script);
      String there = Flow.text(stage.address(Optional.empty()));
      try (Sipp sipp =
          Sipp.start(caller, "-s +15550100000 -m 1 -timeout 60", Sipp.at(OwnPlace.next()), there)) {
        CaseResult result = played.get(60, TimeUnit.SECONDS);
        assertThat(result.findings()).as(sipp.output()).isEmpty();
        assertThat(sipp.exitCode()).as(sipp.output()).isZero();
        assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASSED);
      }
    }
  }
}
