package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import java.time.Duration;
import org.testng.annotations.Test;

/** {@code pause}, {@code never} and {@code unordered}, with both legs at the embedded SBC. */
public class OrderTests extends AtEmbeddedSbc {

  @Test
  public void whatMustNotComeAndDoesNotHoldsUpWhatIsSentBelow() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 200 }
            - caller: { receive: 200 }
            - callee: { receive: ACK }
            - callee: { never: BYE, for: 200ms }
            - caller: { send: BYE }
            - callee: { receive: BYE }
            - caller: { receive: 200 }
            """);
    assertPassed(result);
    StepResult never = result.steps().get(5);
    assertThat(never.text()).isEqualTo("callee does not receive BYE for 200 ms");
    assertThat(never.status()).isEqualTo(StepResult.Status.DONE);
    assertThat(Duration.between(never.started(), result.steps().get(6).started()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  public void aScriptThatWaitsForItselfIsToldSoWithBothSteps() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 180 }
            - caller: { receive: 180 }
            - caller: { receive: 200, within: 300ms }
            - callee: { send: 200 }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings()).hasSize(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.kind()).isEqualTo(FindingKind.DEADLOCK);
    assertThat(finding.expected()).isEqualTo("caller to receive 200");
    assertThat(finding.actual()).contains("'callee sends 200' at ").contains("waits for this one");
  }

  /** The 200 was sent; that the target did not pass it on is the target's fault. */
  @Test
  public void whatWasSentAboveAndDidNotComeIsNoDeadlock() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 200 }
            - caller: { receive: 200 }
            - callee: { receive: ACK }
            - caller: { send: BYE }
            - callee: { receive: BYE }
            - caller: { receive: 200 }
            - callee: { receive: BYE, within: 300ms }
            - caller: { send: BYE }
            """);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .isNotEmpty()
        .doesNotContain(FindingKind.DEADLOCK);
  }

  @Test
  public void theExampleOnThePagePasses() {
    CaseResult result = script.example("order-by-example");
    assertPassed(result);
  }

  @Test
  public void theIncludedExampleOnThePagePasses() {
    CaseResult result = script.example("include-by-example");
    assertPassed(result);
  }

  @Test
  public void whatMustNotComeAndDoesIsAFindingAtItsStep() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 180 }
            - caller: { never: [180, 183], for: 5s }
            - callee: { send: 200 }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).hasSize(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.kind()).isEqualTo(FindingKind.UNEXPECTED);
    assertThat(finding.at()).contains(result.played().scenario().steps().get(3).at());
    assertThat(finding.expected()).isEqualTo("caller not to receive 180 or 183 for 5 s");
    assertThat(finding.actual()).contains("SIP/2.0 180");
    assertThat(result.steps().get(3).entry()).isPresent();
  }

  @Test
  public void anotherMessageMayComeWhileOneMustNot() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 180 }
            - caller: { never: 183, for: 100ms }
            - caller: { receive: 180 }
            - callee: { send: 486 }
            - caller: { receive: 486 }
            """);
    assertPassed(result);
  }

  @Test
  public void aPauseHoldsUpWhatIsBelow() {
    CaseResult result =
        script.afterInvite(
            """
            - pause: 150ms
            - callee: { send: 486 }
            - caller: { receive: 486 }
            """);
    assertPassed(result);
    StepResult pause = result.steps().get(2);
    assertThat(pause.text()).isEqualTo("pause of 150 ms");
    assertThat(Duration.between(result.steps().get(1).ended(), result.steps().get(3).ended()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @Test
  public void aGroupIsMetInAnyOrder() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 180 }
            - callee: { send: 200 }
            - unordered:
                within: 5s
                steps:
                  - callee: { receive: ACK }
                  - caller: { receive: 200 }
                  - caller: { receive: 180 }
            - caller: { send: BYE }
            - callee: { receive: BYE }
            - caller: { receive: 200 }
            """);
    assertPassed(result);
    assertThat(result.steps().subList(4, 7))
        .allMatch(s -> s.status() == StepResult.Status.DONE && s.entry().isPresent());
  }

  @Test
  public void allThatIsMissingFromAGroupIsToldAtItsOneDeadline() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 180 }
            - unordered: { within: 400ms, steps: [ caller: { receive: 183 }, callee: { receive: CANCEL } ] }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.NOT_RECEIVED, FindingKind.NOT_RECEIVED);
    assertThat(result.findings())
        .extracting(Finding::expected)
        .containsExactly("caller to receive 183", "callee to receive CANCEL");
  }

  @Test
  public void aFinalResponseThatNoMemberWantsContradictsAGroup() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 486 }
            - unordered: { within: 5s, steps: [ caller: { receive: 180 }, caller: { receive: 200 } ] }
            """);
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.STATUS);
    assertThat(result.findings().get(0).actual()).contains("486");
  }
}
