package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.match.BoundedSearch;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import org.testng.annotations.Test;

/** {@code capture} and {@code check}, with both legs at the embedded SBC. */
public class ComparisonTests extends AtEmbeddedSbc {

  @Test
  public void theExampleOnThePagePasses() {
    CaseResult result = script.example("compare-by-example");
    assertPassed(result);
    assertThat(result.steps()).extracting(StepResult::text).contains("callee captures subject");
    assertThat(result.steps().get(2).note()).contains("subject = order 4711");
    String refusal =
        result.transcript().stream()
            .filter(e -> e.message().status().orElse(0) == 486)
            .map(e -> e.message().first("X-Subject").orElse(""))
            .findFirst()
            .orElseThrow();
    assertThat(refusal).isEqualTo("busy with order 4711");
  }

  @Test
  public void everyCheckThatDoesNotHoldIsAFindingWithBothValues() {
    CaseResult result =
        script.afterInvite(
            """
            - check: caller.offer.codecs == [PCMA, PCMU]
            - check: callee.offer.address == caller.offer.address
            - check: callee.INVITE.Call-ID in [a, b]
            - check: callee.answer.codecs subset-of caller.offer.codecs
            - check: callee.INVITE.X-None == x
            - check: caller.offer.protocol matches /SAVP/
            - callee: { send: 486 }
            - caller: { receive: 486 }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).extracting(Finding::kind).containsOnly(FindingKind.CHECK);
    assertThat(result.findings()).hasSize(6);
    assertThat(result.findings().get(0).expected())
        .isEqualTo("caller.offer.codecs == [PCMA, PCMU]");
    assertThat(result.findings().get(0).actual())
        .isEqualTo("caller.offer.codecs was [PCMU/8000, PCMA/8000]");
    assertThat(result.findings().get(1).actual())
        .contains("callee.offer.address was '")
        .contains(", caller.offer.address was '");
    assertThat(result.findings().get(3).actual()).isEqualTo("there was no callee.answer.codecs");
    assertThat(result.findings().get(4).actual()).isEqualTo("there was no callee.INVITE.X-None");
    assertThat(result.steps().get(result.steps().size() - 1).status())
        .isEqualTo(StepResult.Status.DONE);
  }

  @Test
  public void checksThatHold() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 200, answer: { codecs: [PCMA] } }
            - caller: { receive: 200 }
            - check: caller.answer.codecs == [PCMA]
            - check: caller.answer.codecs == callee.answer.codecs
            - check: caller.answer.codecs != caller.offer.codecs
            - check: caller.answer.direction in [sendrecv, sendonly]
            - check: caller.offer.streams == audio
            """);
    assertPassed(result);
  }

  @Test
  public void aRequestThatDidNotArriveIsToldWithWhatItsSenderWasAnswered() {
    CaseResult result =
        script.afterInvite(
            """
            - callee: { send: 200 }
            - caller: { receive: 200 }
            - callee: { receive: ACK }
            - caller: { send: OPTIONS }
            - caller: { receive: 200, method: OPTIONS }
            - callee: { receive: OPTIONS, within: 200ms }
            """);
    assertThat(result.findings()).extracting(Finding::kind).contains(FindingKind.NOT_RECEIVED);
    assertThat(result.findings().get(0).actual())
        .matches("nothing of the kind came within .*; the OPTIONS of caller was answered 200 OK");
  }

  @Test
  public void aMessageThatCameAgainIsNotTheLastOne() {
    CaseResult result =
        script.play(
            """
            scenario: The 200 of the call comes again after that to OPTIONS
            id: copies
            actors:
              caller: { offer: { base: plain, codecs: [PCMU] }, ack: none }
            steps:
              - caller: { send: INVITE }
              - callee: { receive: INVITE }
              - callee: { send: 200 }
              - caller: { receive: 200 }
              - callee: { receive: ACK }
              - caller: { send: OPTIONS }
              - caller: { receive: 200, method: OPTIONS }
              - caller: { never: BYE, for: 1200ms }
              - check: caller.200.CSeq == "2 OPTIONS"
              - caller: { send: ACK }
            """);
    assertPassed(result);
    assertThat(result.transcript())
        .anyMatch(e -> e.retransmission() && e.message().status().orElse(0) == 200);
  }

  @Test
  public void partsOfHeadersAndOfDescriptions() {
    CaseResult result =
        script.play(
            """
            scenario: A script of a test
            id: script
            actors: { caller: { offer: secure-ice } }
            steps:
              - caller:
                  send: INVITE
                  headers:
                    P-Asserted-Identity: '"A. Smith" <sip:+15550190000@example.com>'
                    User-Agent: Parley-Phone
              - callee: { receive: INVITE }
              - check: callee.INVITE.Max-Forwards < caller.INVITE.Max-Forwards
              - check: callee.INVITE.Via.count == 1
              - check: callee.INVITE.Via.transport == UDP
              - check: callee.INVITE.Record-Route.count == 0
              - check: callee.INVITE.P-Asserted-Identity.name == "A. Smith"
              - check: callee.INVITE.P-Asserted-Identity.user == +15550190000
              - check: callee.INVITE.Request-URI.user == caller.INVITE.Request-URI.user
              - check: callee.INVITE.From.tag != caller.INVITE.From.tag
              - check: caller.INVITE.Contact.host not-in callee.INVITE.addresses
              - check: caller.INVITE.User-Agent not-in callee.INVITE.User-Agent
              - check: caller.INVITE.Via.branch not-in callee.INVITE.Record-Route.host
              - check: callee.offer.telephone-event == [101]
              - check: callee.offer.ice == lite
              - check: callee.offer.srtp == sdes
              - check: callee.offer.candidates == callee.offer.address
              - check: callee.offer.origin == callee.offer.address
              - check: callee.offer.version == caller.offer.version
              - check: callee.offer.rtcp-mux == true
              - callee: { send: 486, phrase: Out to lunch }
              - caller: { receive: 486 }
              - check: caller.486.phrase == "Out to lunch"
            """);
    assertPassed(result);
  }

  @Test
  public void theExampleOfBothLegsPasses() {
    CaseResult result = script.example("legs-by-example");
    assertPassed(result);
  }

  /** What reached the callee that nobody scripts, after the outcome in which something did. */
  @Test
  public void theFarEndThatNobodyScripts() {
    assertPassed(script.example("far-end-by-example"));
    assertPassed(script.play(farEnd("${numbers.busy}", "486", "expected.2xx", "== nothing")));
    CaseResult leaked = script.play(farEnd("${numbers.callee}", "200", "expected.2xx", "!= PCMU"));
    assertThat(leaked.findings()).extracting(Finding::kind).containsExactly(FindingKind.CHECK);
    CaseResult other = script.play(farEnd("${numbers.busy}", "486", "expected.4xx", "== PCMU"));
    assertThat(other.findings())
        .extracting(Finding::actual)
        .containsExactly("there was no far-end.offer.codecs");
  }

  private static String farEnd(String number, String status, String when, String claim) {
    return """
        scenario: A call
        id: a-call
        control: none
        actors: { caller: { offer: { base: plain, codecs: [PCMU] } } }
        expect: { status: %s }
        steps:
          - caller: { send: INVITE, to: "%s" }
          - caller: { receive: expected }
          - check: far-end.offer.codecs %s
            when: %s
        """
        .formatted(status, number, claim, when);
  }

  @Test
  public void partsThatAreNotThere() {
    CaseResult result =
        script.afterInvite(
            """
            - check: callee.INVITE.Max-Forwards < callee.INVITE.Max-Forwards
            - check: callee.INVITE.From < 10
            - check: callee.INVITE.Subject not-in [a, b]
            - check: callee.INVITE.Contact.host not-in callee.INVITE.addresses
            - check: callee.INVITE.Contact.refresher == uac
            - callee: { send: 486 }
            - caller: { receive: 486 }
            """);
    assertThat(result.findings()).extracting(Finding::kind).containsOnly(FindingKind.CHECK);
    assertThat(result.findings()).hasSize(5);
    assertThat(result.findings().get(2).actual()).isEqualTo("there was no callee.INVITE.Subject");
    assertThat(result.findings().get(4).actual())
        .isEqualTo("there was no callee.INVITE.Contact.refresher");
  }

  @Test
  public void aCaptureThatFindsNothingEndsTheScript() {
    CaseResult result =
        script.play(
            """
            scenario: A script of a test
            id: script
            actors: { caller: { offer: plain } }
            steps:
              - caller: { send: INVITE }
              - callee: { receive: INVITE, capture: { x: "/no such thing/", y: X-None } }
              - callee: { send: 486, headers: { X: "${callee.x}" } }
              - caller: { receive: 486 }
            """);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.CHECK, FindingKind.CHECK);
    assertThat(result.findings().get(0).expected())
        .startsWith("/no such thing/ to be found in message of INVITE ");
  }

  @Test
  public void anExpressionThatBacktracksForEverFindsNothingSoon() {
    assertThat(BoundedSearch.find("(a|aa)+b", "a".repeat(60))).isEmpty();
    assertThat(BoundedSearch.find("tag=(\\w+)", "x;tag=ab;y")).contains("ab");
  }
}
