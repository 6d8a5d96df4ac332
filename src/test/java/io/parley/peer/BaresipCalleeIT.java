package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.target.docker.KamailioTarget;
import io.parley.target.docker.RequiresDocker;
import io.parley.wire.Flow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Parley calls baresip, a soft phone that none of us wrote, through an SBC. */
public class BaresipCalleeIT {
  private static final String HEAD =
      """
      scenario: A call to baresip
      id: to-baresip
      actors:
        caller: { offer: %s }
      steps:
        - caller: { send: INVITE }
        - caller: { receive: [180, 183], optional: true }
      """;
  private static final String CALLER_HANGS_UP =
      """
        - caller: { send: BYE }
        - caller: { receive: 200 }
      """;

  @BeforeClass
  public void baresipIsThere() {
    Installed.require("baresip", "baresip-core");
  }

  /** The SBCs between Parley and baresip. */
  @DataProvider
  public Object[][] targets() {
    return new Object[][] {{"embedded"}, {KamailioTarget.NAME}};
  }

  @Test(dataProvider = "targets")
  public void answersIsHeldAndResumed(String target) throws Exception {
    String steps =
        """
          - caller: { receive: 200, answer: { codecs: { include: [PCMU] }, srtp: none, address: target, direction: sendrecv } }
          - caller: { send: INVITE, offer: { base: actor, direction: sendonly } }
          - caller: { receive: 200, answer: { direction: recvonly } }
          - caller: { send: INVITE, offer: { base: actor, direction: inactive } }
          - caller: { receive: 200, answer: { direction: inactive } }
          - caller: { send: INVITE, offer: { base: actor, direction: sendrecv } }
          - caller: { receive: 200, answer: { direction: sendrecv } }
        """;
    try (Baresip phone = phone(";answermode=auto");
        ScriptStage stage = stage(target, phone)) {
      assertPassed(stage.play(HEAD.formatted("plain") + steps + CALLER_HANGS_UP), phone);
      assertThat(phone.control().await("CALL_CLOSED")).isNotNull();
    }
  }

  @Test(dataProvider = "targets")
  public void hangsUpWhatItAnswered(String target) throws Exception {
    String steps =
        """
          - caller: { receive: 200 }
          - caller: { receive: BYE, within: 10s }
          - caller: { send: 200 }
        """;
    try (Baresip phone = phone(";answermode=auto");
        ScriptStage stage = stage(target, phone)) {
      CompletableFuture<CaseResult> played = begin(stage, HEAD.formatted("plain") + steps);
      phone.control().await("CALL_ESTABLISHED");
      phone.control().tell("hangup", "");
      assertPassed(played.get(60, TimeUnit.SECONDS), phone);
    }
  }

  @Test(dataProvider = "targets")
  public void holdsAndResumes(String target) throws Exception {
    String steps =
        """
          - caller: { receive: 200 }
          - caller: { receive: INVITE, offer: { direction: sendonly, address: target }, within: 10s }
          - caller: { send: 200, answer: { direction: recvonly } }
          - caller: { receive: ACK }
          - caller: { receive: INVITE, offer: { direction: sendrecv, address: target }, within: 10s }
          - caller: { send: 200, answer: { direction: sendrecv } }
          - caller: { receive: ACK }
        """;
    try (Baresip phone = phone(";answermode=auto");
        ScriptStage stage = stage(target, phone)) {
      CompletableFuture<CaseResult> played =
          begin(stage, HEAD.formatted("plain") + steps + CALLER_HANGS_UP);
      phone.control().await("CALL_ESTABLISHED");
      phone.control().tell("hold", "");
      phone.control().tell("resume", "");
      assertPassed(played.get(60, TimeUnit.SECONDS), phone);
    }
  }

  @Test(dataProvider = "targets")
  public void declines(String target) throws Exception {
    String steps =
        """
          - caller: { receive: 486 }
          - check: caller.486.start-line matches /Rejected/
        """;
    try (Baresip phone = phone(";answermode=manual");
        ScriptStage stage = stage(target, phone)) {
      CompletableFuture<CaseResult> played = begin(stage, HEAD.formatted("plain") + steps);
      phone.control().await("CALL_INCOMING");
      phone.control().tell("hangup", "");
      assertPassed(played.get(60, TimeUnit.SECONDS), phone);
    }
  }

  @Test(dataProvider = "targets")
  public void isBusyWhileItTalks(String target) throws Exception {
    String text =
        """
        scenario: Two calls to a phone that takes one
        id: busy-phone
        actors:
          caller: { offer: plain }
          second: { role: caller, offer: plain }
        steps:
          - caller: { send: INVITE }
          - caller: { receive: 200 }
          - second: { send: INVITE }
          - second: { receive: 486 }
          - check: second.486.start-line matches /Max Calls/
        """;
    try (Baresip phone = phone(";answermode=auto");
        ScriptStage stage = stage(target, phone)) {
      assertPassed(stage.play(text + CALLER_HANGS_UP), phone);
    }
  }

  @Test(dataProvider = "targets")
  public void ringsUntilTheCallerGivesUp(String target) throws Exception {
    String steps =
        """
          - caller: { send: CANCEL }
          - caller: { receive: 200, method: CANCEL }
          - caller: { receive: 487, method: INVITE }
        """;
    try (Baresip phone = phone(";answermode=manual");
        ScriptStage stage = stage(target, phone)) {
      String head = HEAD.formatted("plain").replace("[180, 183], optional: true", "180");
      assertPassed(stage.play(head + steps), phone);
      phone.control().await("CALL_CLOSED");
    }
  }

  /** How baresip is set up for media, what it is offered, and what the caller must get. */
  @DataProvider
  public Object[][] encryption() {
    String secure = "200, answer: { srtp: sdes, address: target }";
    return new Object[][] {
      {"embedded", ";mediaenc=srtp-mand", "secure", secure},
      {"embedded", ";mediaenc=srtp-mand", "plain", "488"},
      {"embedded", "", "plain", "200, answer: { srtp: none }"},
      {"embedded", "", "secure", "488"},
      {KamailioTarget.NAME, ";mediaenc=srtp-mand", "secure", secure},
      {KamailioTarget.NAME, ";mediaenc=srtp-mand", "plain", "488"},
      {KamailioTarget.NAME, "", "plain", "200, answer: { srtp: none }"},
      {KamailioTarget.NAME, "", "secure", "488"}
    };
  }

  @Test(dataProvider = "encryption")
  public void takesTheEncryptionItIsSetUpFor(
      String target, String parameters, String offer, String expected) throws Exception {
    String end = expected.startsWith("2") ? CALLER_HANGS_UP : "";
    try (Baresip phone = phone(";answermode=auto" + parameters);
        ScriptStage stage = stage(target, phone)) {
      String text = HEAD.formatted(offer) + "  - caller: { receive: " + expected + " }\n" + end;
      assertPassed(stage.play(text), phone);
    }
  }

  private static Baresip phone(String parameters) throws Exception {
    return Baresip.start("+15550100000", parameters);
  }

  private static ScriptStage stage(String target, Baresip phone) {
    if (target.equals(KamailioTarget.NAME)) {
      RequiresDocker.check();
    }
    return ScriptStage.at(target + "@" + Flow.text(phone.address()));
  }

  private static CompletableFuture<CaseResult> begin(ScriptStage stage, String text) {
    return CompletableFuture.supplyAsync(() -> stage.play(text));
  }

  private static void assertPassed(CaseResult result, Baresip phone) {
    assertThat(result.findings()).as("baresip said:\n%s", phone.output()).isEmpty();
    assertThat(result.verdict()).as("%s", result).isEqualTo(Verdict.PASSED);
  }
}
