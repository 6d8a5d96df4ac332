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

/**
 * baresip, a soft phone that none of us wrote, calls through an SBC what Parley plays behind it.
 */
public class BaresipCallerIT {
  private static final String HEAD =
      """
      scenario: A call from baresip
      id: from-baresip
      steps:
        - callee: { receive: INVITE, within: 20s, offer: { codecs: { include: [PCMU] }, address: target, srtp: %s } }
      """;
  private static final String ANSWERS =
      """
        - callee: { send: 180 }
        - callee: { send: 200 }
        - callee: { receive: ACK }
      """;

  @BeforeClass
  public void baresipIsThere() {
    Installed.require("baresip", "baresip-core");
  }

  /** The SBCs between baresip and Parley. */
  @DataProvider
  public Object[][] targets() {
    return new Object[][] {{"embedded"}, {KamailioTarget.NAME}};
  }

  @Test(dataProvider = "targets")
  public void isHungUpByTheCallee(String target) throws Exception {
    String steps =
        """
          - callee: { send: BYE }
          - callee: { receive: 200 }
        """;
    try (Call call = Call.of(target, "", HEAD.formatted("none") + ANSWERS + steps)) {
      call.phone.control().await("CALL_ESTABLISHED");
      call.phone.control().await("CALL_CLOSED");
      call.assertPassed();
    }
  }

  @Test(dataProvider = "targets")
  public void hangsUp(String target) throws Exception {
    String steps =
        """
          - callee: { receive: BYE, within: 10s }
          - callee: { send: 200 }
        """;
    try (Call call = Call.of(target, "", HEAD.formatted("none") + ANSWERS + steps)) {
      call.phone.control().await("CALL_ESTABLISHED");
      call.phone.control().tell("hangup", "");
      call.assertPassed();
    }
  }

  @Test(dataProvider = "targets")
  public void holdsAndResumesAndIsHeld(String target) throws Exception {
    String steps =
        """
          - callee: { receive: INVITE, within: 10s, offer: { direction: sendonly, address: target } }
          - callee: { send: 200, answer: { direction: recvonly } }
          - callee: { receive: ACK }
          - callee: { receive: INVITE, within: 10s, offer: { direction: sendrecv, address: target } }
          - callee: { send: 200, answer: { direction: sendrecv } }
          - callee: { receive: ACK }
          - callee: { send: INVITE, offer: { base: actor, direction: sendonly } }
          - callee: { receive: 200, answer: { direction: recvonly } }
          - callee: { send: INVITE, offer: { base: actor, direction: sendrecv } }
          - callee: { receive: 200, answer: { direction: sendrecv } }
          - callee: { send: BYE }
          - callee: { receive: 200 }
        """;
    try (Call call = Call.of(target, "", HEAD.formatted("none") + ANSWERS + steps)) {
      call.phone.control().await("CALL_ESTABLISHED");
      call.phone.control().tell("hold", "");
      call.phone.control().tell("resume", "");
      call.assertPassed();
    }
  }

  @Test(dataProvider = "targets")
  public void isRefused(String target) throws Exception {
    String steps =
        """
          - callee: { send: 603 }
          - callee: { receive: ACK }
        """;
    try (Call call = Call.of(target, "", HEAD.formatted("none") + steps)) {
      assertThat(call.phone.control().await("CALL_CLOSED")).contains("603");
      call.assertPassed();
    }
  }

  @Test(dataProvider = "targets")
  public void givesUpWhileItRings(String target) throws Exception {
    String steps =
        """
          - callee: { send: 180 }
          - callee: { receive: CANCEL, within: 10s }
        """;
    try (Call call = Call.of(target, "", HEAD.formatted("none") + steps)) {
      call.phone.control().await("CALL_RINGING");
      call.phone.control().tell("hangup", "");
      call.assertPassed();
    }
  }

  @Test(dataProvider = "targets")
  public void insistsOnItsKeys(String target) throws Exception {
    String steps =
        """
          - callee: { receive: BYE, within: 10s }
          - callee: { send: 200 }
        """;
    try (Call call =
        Call.of(target, ";mediaenc=srtp-mand", HEAD.formatted("sdes") + ANSWERS + steps)) {
      call.phone.control().await("CALL_ESTABLISHED");
      call.phone.control().tell("hangup", "");
      call.assertPassed();
    }
  }

  /** One call of baresip, and the script behind the SBC. */
  private static final class Call implements AutoCloseable {
    private final ScriptStage stage;
    private final Baresip phone;
    private final CompletableFuture<CaseResult> played;

    private Call(ScriptStage stage, Baresip phone, CompletableFuture<CaseResult> played) {
      this.stage = stage;
      this.phone = phone;
      this.played = played;
    }

    static Call of(String target, String parameters, String script) throws Exception {
      if (target.equals(KamailioTarget.NAME)) {
        RequiresDocker.check();
      }
      ScriptStage stage = ScriptStage.at(target);
      Baresip phone = Baresip.start("+15550190000", parameters);
      CompletableFuture<CaseResult> played = stage.await(script);
      phone
          .control()
          .tell("dial", "sip:+15550100000@" + Flow.text(stage.address(Optional.empty())));
      return new Call(stage, phone, played);
    }

    void assertPassed() throws Exception {
      CaseResult result = played.get(60, TimeUnit.SECONDS);
      assertThat(result.findings()).as("baresip said:\n%s", phone.output()).isEmpty();
      assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASSED);
    }

    @Override
    public void close() throws InterruptedException {
      phone.close();
      stage.close();
    }
  }
}
