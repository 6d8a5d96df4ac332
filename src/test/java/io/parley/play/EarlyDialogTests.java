package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import java.util.List;
import org.testng.annotations.Test;

/** Reliable responses, UPDATE and forks, with both legs at the embedded SBC. */
public class EarlyDialogTests extends AtEmbeddedSbc {
  private static final String RELIABLE =
      """
      scenario: A script of a test
      id: script
      actors:
        caller: { offer: { base: plain, codecs: [PCMU, PCMA] }%s }
      steps:
        - caller: { send: INVITE, headers: { Supported: 100rel } }
        - callee: { receive: INVITE }
      """;

  private CaseResult reliably(String actor, String steps) {
    return script.play(RELIABLE.formatted(actor) + steps.indent(2));
  }

  private static List<SipMessage> crossed(CaseResult result, String actor, String method) {
    return result.transcript().stream()
        .filter(e -> e.actor().equals(actor) && !e.retransmission())
        .map(TranscriptEntry::message)
        .filter(m -> m.isRequest() && m.method().equals(method))
        .toList();
  }

  @Test
  public void thePrackAndItsAnswerFollowByThemselves() {
    CaseResult result =
        reliably(
            "",
            """
            - callee: { send: 183, reliable: true, answer: { codecs: [PCMA] } }
            - caller: { receive: 183 }
            - callee: { receive: PRACK }
            - callee: { send: 200, method: INVITE }
            - caller: { receive: 200, answer: none }
            - callee: { receive: ACK }
            """);
    assertPassed(result);
    assertThat(crossed(result, "caller", "PRACK")).hasSize(1);
  }

  @Test
  public void aPrackThatNoStepReceivesIsNoFinding() {
    CaseResult result =
        reliably(
            "",
            """
            - callee: { send: 180, reliable: true }
            - caller: { receive: 180 }
            - pause: 200ms
            - callee: { send: 200 }
            - caller: { receive: 200 }
            """);
    assertThat(result.findings()).isEmpty();
    assertThat(crossed(result, "callee", "PRACK")).hasSize(1);
  }

  @Test
  public void anActorThatKeepsSilentSendsNone() {
    CaseResult result =
        reliably(
            ", prack: none",
            """
            - callee: { send: 180, reliable: true }
            - caller: { receive: 180 }
            - callee: { never: PRACK, for: 300ms }
            - callee: { send: 504 }
            - caller: { receive: 504 }
            """);
    assertThat(result.findings()).isEmpty();
    assertThat(crossed(result, "caller", "PRACK")).isEmpty();
  }

  @Test
  public void aPrackWithoutAnythingToAcknowledgeIsToldSo() {
    CaseResult result =
        reliably(
            "",
            """
            - callee: { send: 180 }
            - caller: { receive: 180 }
            - caller: { send: PRACK }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings().get(0).actual()).contains("name its RAck");
    assertThat(result.cleanup()).contains("caller sent CANCEL");
  }

  @Test
  public void anUpdateThatNoStepAnswersIsAnsweredAndOneThatNoStepReceivesIsAFinding() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 200 }
            - caller: { receive: 200 }
            - callee: { receive: ACK }
            - callee: { send: UPDATE, offer: { base: actor, direction: sendonly } }
            - callee: { receive: 200, answer: { direction: recvonly } }
            """);
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.UNEXPECTED);
    assertThat(result.findings().get(0).actual()).contains("UPDATE");
  }

  @Test
  public void aRefusedUpdateLeavesTheSessionAsItWas() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 200 }
            - caller: { receive: 200 }
            - callee: { receive: ACK }
            - caller: { send: UPDATE, offer: { base: actor, direction: inactive } }
            - callee: { receive: UPDATE }
            - callee: { send: 488 }
            - caller: { receive: 488 }
            - callee: { send: UPDATE, offer: { base: actor, direction: sendonly } }
            - caller: { receive: UPDATE, offer: { direction: sendonly } }
            - callee: { receive: 200, answer: { direction: recvonly } }
            """);
    assertPassed(result);
  }

  @Test
  public void theWrongForkDoesNotMeetAReceive() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 180, fork: desk }
            - caller: { receive: 180, fork: first }
            - callee: { send: 183, fork: mobile }
            - caller: { receive: 183, fork: first, within: 500ms }
            """);
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).expected())
        .isEqualTo("caller to receive 183 in fork first");
  }

  @Test
  public void aForkThatNobodyMadeCannotBeNamed() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 180 }
            - caller: { receive: 180 }
            - caller: { send: UPDATE, fork: second }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings().get(0).actual()).contains("there is no fork 'second'");
  }

  @Test
  public void theForkedExampleOnThePagePasses() {
    CaseResult result = script.example("forked-by-example");
    assertPassed(result);
  }
}
