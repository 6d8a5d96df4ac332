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

/** baresip at the far end transfers and is transferred, through an SBC. */
public class BaresipTransferIT {
  private static final String HEAD =
      """
      scenario: A transfer with baresip
      id: with-baresip
      actors:
        caller: { offer: plain }
        user: { role: callee, side: near }
      steps:
        - caller: { send: INVITE, to: "${numbers.callee}" }
        - caller: { receive: 200 }
      """;

  @BeforeClass
  public void baresipIsThere() {
    Installed.require("baresip", "baresip-core");
  }

  @DataProvider
  public Object[][] targets() {
    return new Object[][] {{"embedded"}, {KamailioTarget.NAME}};
  }

  /** It calls whom the Refer-To names, and says what became of it (RFC 3515 §2.4). */
  @Test(dataProvider = "targets")
  public void isTransferred(String target) throws Exception {
    String steps =
        """
          - caller: { send: REFER, headers: { Refer-To: "<${user.uri}>" } }
          - caller: { receive: 202 }
          - caller: { receive: NOTIFY, within: 10s, headers: { Event: "/^refer/", Subscription-State: "/^active/" } }
          - caller: { send: 200 }
          - user: { receive: INVITE, within: 10s, offer: { address: target } }
          - user: { send: 200 }
          - user: { receive: ACK }
          - caller: { receive: NOTIFY, within: 10s, headers: { Subscription-State: "/^terminated/", Content-Type: "/sipfrag/" } }
          - caller: { send: 200 }
          - check: caller.NOTIFY.body matches /^SIP\\/2.0 200/
          - caller: { send: BYE }
          - caller: { receive: 200, method: BYE }
          - user: { send: BYE }
          - user: { receive: 200 }
        """;
    try (Baresip phone = Baresip.start("+15550100000", ";answermode=auto");
        ScriptStage stage = stage(target, phone)) {
      assertPassed(stage.play(HEAD + steps), phone);
    }
  }

  /** It hangs up once it is told that the transfer came off. */
  @Test(dataProvider = "targets")
  public void transfers(String target) throws Exception {
    String steps =
        """
          - caller: { receive: REFER, within: 10s }
          - caller: { send: 202 }
          - caller/transfer: { send: INVITE, to: Refer-To }
          - user: { receive: INVITE }
          - user: { send: 200 }
          - caller/transfer: { receive: 200 }
          - user: { receive: ACK }
          - caller:
              send: NOTIFY
              headers: { Event: refer, Subscription-State: terminated;reason=noresource }
              body: { content-type: message/sipfrag;version=2.0, text: SIP/2.0 200 OK }
          - caller: { receive: 200 }
          - caller: { receive: BYE, within: 10s }
          - caller: { send: 200 }
          - user: { send: BYE }
          - caller/transfer: { receive: BYE }
          - caller/transfer: { send: 200 }
          - user: { receive: 200 }
        """;
    assertTransferred(target, steps);
  }

  /** The SBC calls whom it names, tells it so, and shows it out. */
  @Test
  public void transfersAtAnSbcThatCarriesThatOut() throws Exception {
    String steps =
        """
          - user: { receive: INVITE, within: 10s, offer: { address: target } }
          - user: { send: 200 }
          - user: { receive: ACK }
          - caller: { receive: INVITE, offer: { address: target } }
          - caller: { send: 200 }
          - caller: { receive: ACK }
          - caller: { never: BYE, for: 300ms }
          - user: { send: BYE }
          - caller: { receive: BYE }
          - caller: { send: 200 }
          - user: { receive: 200 }
        """;
    assertTransferred(ScriptStage.CARRYING, steps);
  }

  private static void assertTransferred(String target, String steps) throws Exception {
    try (Baresip phone = Baresip.start("+15550100000", ";answermode=auto");
        ScriptStage stage = stage(target, phone)) {
      CompletableFuture<CaseResult> played =
          CompletableFuture.supplyAsync(() -> stage.play(HEAD + steps));
      phone.control().await("CALL_ESTABLISHED");
      String there = Flow.text(stage.address(Optional.empty()));
      phone.control().tell("transfer", "sip:+15550190000@" + there);
      assertPassed(played.get(60, TimeUnit.SECONDS), phone);
      phone.control().await("CALL_CLOSED");
    }
  }

  private static ScriptStage stage(String target, Baresip phone) {
    if (target.equals(KamailioTarget.NAME)) {
      RequiresDocker.check();
    }
    return ScriptStage.at(target + "@" + Flow.text(phone.address()));
  }

  private static void assertPassed(CaseResult result, Baresip phone) {
    assertThat(result.findings()).as("baresip said:\n%s", phone.output()).isEmpty();
    assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASSED);
  }
}
