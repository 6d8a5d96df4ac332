package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Several actors, several dialogs of one actor, and calls in both directions, at the embedded SBC.
 */
public class LegsTests extends AtEmbeddedSbc {

  @DataProvider
  public Object[][] examples() {
    return new Object[][] {{"inward-by-example"}, {"transfer-by-example"}};
  }

  @Test(dataProvider = "examples")
  public void theExamplesOnThePagePass(String id) {
    CaseResult result = script.example(id);
    assertPassed(result);
  }

  @Test
  public void calleesHaveNumbersOfTheirOwn() {
    CaseResult result =
        script.play(
            """
            scenario: Three calls at once
            id: script
            actors:
              caller: { offer: plain }
              first: { role: callee }
              second: { role: callee }
              third: { role: callee }
            steps:
              - caller: { send: INVITE, to: third }
              - caller/b: { send: INVITE, to: first }
              - caller/c: { send: INVITE, to: second, headers: { Subject: "for ${second.number}" } }
              - unordered:
                  steps:
                    - first: { receive: INVITE }
                    - second: { receive: INVITE }
                    - third: { receive: INVITE }
              - first: { send: 480 }
              - second: { send: 486 }
              - third: { send: 603 }
              - unordered:
                  steps:
                    - caller: { receive: 603 }
                    - caller/b: { receive: 480 }
                    - caller/c: { receive: 486 }
              - check: first.INVITE.Request-URI.user != second.INVITE.Request-URI.user
              - check: second.INVITE.Request-URI.user != third.INVITE.Request-URI.user
            """);
    assertPassed(result);
  }

  @Test
  public void callsToOneNumberGoToItsDialogsInTheOrderOfTheScript() {
    CaseResult result =
        script.play(
            """
            scenario: Call waiting
            id: script
            actors: { caller: { offer: plain } }
            steps:
              - caller: { send: INVITE, headers: { Subject: one } }
              - callee: { receive: INVITE, headers: { Subject: one } }
              - callee: { send: 180 }
              - caller: { receive: 180 }
              - caller/two: { send: INVITE, headers: { Subject: two } }
              - callee/waiting: { receive: INVITE, headers: { Subject: two } }
              - callee/waiting: { send: 486 }
              - caller/two: { receive: 486 }
              - callee: { send: 603 }
              - caller: { receive: 603 }
            """);
    assertPassed(result);
  }

  @Test
  public void aCaptureCanBeCalled() {
    CaseResult result =
        script.play(
            """
            scenario: The number to call comes in a header
            id: script
            actors: { caller: { offer: plain }, other: { role: callee } }
            steps:
              - caller: { send: INVITE, to: callee }
              - callee: { receive: INVITE }
              - callee: { send: 480, headers: { X-Call: "${other.number}" } }
              - caller: { receive: 480, capture: { next: X-Call } }
              - caller/again: { send: INVITE, to: "${caller.next}" }
              - other: { receive: INVITE }
              - other: { send: 486 }
              - caller/again: { receive: 486 }
            """);
    assertPassed(result);
  }

  @Test
  public void nobodyIsCalledWhereNothingSaysWhom() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 486 }
            - caller: { receive: 486 }
            - caller: { send: INVITE, to: Contact }
            - caller: { receive: 486 }
            """);
    assertThat(result.findings()).extracting(Finding::kind).contains(FindingKind.HARNESS);
    assertThat(result.findings().get(0).actual())
        .isEqualTo("caller received no 3xx with a Contact, so 'to: Contact' is nobody");
  }

  @Test
  public void aReferIsNotFollowedWithinTheCallThatItCameIn() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 200 }
            - caller: { receive: 200 }
            - callee: { receive: ACK }
            - callee: { send: REFER, headers: { Refer-To: "<${callee.uri}>" } }
            - caller: { receive: REFER }
            - caller: { send: 202 }
            - callee: { receive: 202 }
            - caller: { send: INVITE, to: Refer-To }
            - caller: { receive: 200 }
            """);
    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.HARNESS);
    assertThat(result.findings().get(0).actual())
        .isEqualTo(
            "caller is in a call: what 'to: Refer-To' begins needs a dialog of its own, such as"
                + " caller/next");
  }

  @Test
  public void aCallThatDoesNotComeInwardsIsMissed() {
    CaseResult result =
        script.play(
            """
            scenario: Nobody calls the user
            id: script
            actors:
              trunk: { role: caller, side: far, offer: plain }
              user: { role: callee, side: near }
            steps:
              - trunk: { send: INVITE, to: "+15550199999" }
              - user: { receive: INVITE, within: 300ms }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).extracting(Finding::kind).contains(FindingKind.NOT_RECEIVED);
  }
}
