package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.testng.annotations.Test;

/** Copies of a message and ACKs out of the order, at an embedded SBC with a T1 of 200 ms. */
public class RepetitionTests extends AtEmbeddedSbc {
  private static final String ANSWERED =
      """
      scenario: A script of a test
      id: script
      actors:
        caller: { offer: { base: plain, codecs: [PCMU] }, ack: %s }
      steps:
        - caller: { send: INVITE }
        - callee: { receive: INVITE }
        - callee: { send: %d }
        - caller: { receive: %d }
      """;

  private static final String SILENT =
      """
      scenario: A script of a test
      id: script
      actors:
        caller: { offer: { base: plain, codecs: [PCMU] }, transport: %s }
        callee: { trying: %s }
      steps:
        - caller: { send: INVITE }
        - callee: { receive: INVITE }
        - callee: { repeated: INVITE, %s }
        - callee: { send: 486 }
        - caller: { receive: 486 }
      """;

  @Override
  EmbeddedScript opened() {
    return new EmbeddedScript("{ t1: 200ms }");
  }

  private CaseResult answered(String ack, int status, String steps) {
    return script.play(ANSWERED.formatted(ack, status, status) + steps.indent(2));
  }

  private static void passed(CaseResult result) {
    assertPassed(result);
  }

  private static Finding only(CaseResult result, FindingKind kind) {
    assertThat(result.findings()).singleElement();
    assertThat(result.findings().get(0).kind()).isEqualTo(kind);
    return result.findings().get(0);
  }

  @Test
  public void anInviteThatIsNotAnsweredIsRepeatedByTheTargetsT1() {
    CaseResult result =
        script.play(SILENT.formatted("udp", "none", "spacing: [T1, 400ms], tolerance: 40%"));
    passed(result);
    assertThat(result.steps().get(2).text())
        .isEqualTo("callee receives INVITE again, at least 2 times, after T1, 400ms");
    assertThat(result.transcript())
        .filteredOn(e -> e.actor().equals("callee"))
        .noneMatch(e -> e.message().status().orElse(0) == 100);
  }

  @Test
  public void copiesAtOtherTimesAreToldWithTheTimes() {
    CaseResult result = script.play(SILENT.formatted("udp", "none", "spacing: [T1, 3s]"));
    Finding finding = only(result, FindingKind.REPETITION);
    assertThat(finding.actual()).contains("copy 2 came ", "expected 3 s ± 900 ms", "again after ");
  }

  @Test
  public void overTcpNothingIsRepeated() {
    CaseResult result = script.play(SILENT.formatted("tcp", "none", "times: 1+, within: 600ms"));
    Finding finding = only(result, FindingKind.REPETITION);
    assertThat(finding.expected()).isEqualTo("callee to receive INVITE again, at least 1 time");
    assertThat(finding.actual()).startsWith("it came again not once within 600 ms");
  }

  @Test
  public void whoeverSaysTryingGetsNoCopies() {
    passed(script.play(SILENT.formatted("udp", "auto", "times: 0-1, for: 1s")));
  }

  @Test
  public void tooManyCopiesAreToldAtOnce() {
    CaseResult result = script.play(SILENT.formatted("udp", "none", "times: 1, for: 20s"));
    assertThat(only(result, FindingKind.REPETITION).actual()).startsWith("it came again 2 times");
  }

  @Test
  public void a2xxIsRepeatedUntilTheAckThatMeansIt() {
    passed(
        answered(
            "none",
            200,
            """
            - caller: { repeated: 200, spacing: [T1] }
            - caller: { send: ACK, mutate: [ { set-header: CSeq, value: 99 ACK } ] }
            - caller: { repeated: 200, times: 2+ }
            - caller: { send: ACK, mutate: [ { tag: To, is: other } ] }
            - caller: { repeated: 200, times: 3+ }
            - caller: { send: ACK }
            - caller: { repeated: 200, times: 0, for: 1s }
            - callee: { receive: ACK }
            - caller: { send: BYE }
            - callee: { receive: BYE }
            - caller: { receive: 200 }
            """));
  }

  @Test
  public void aRefusalIsRepeatedUntilTheAckOfItsTransaction() {
    passed(
        answered(
            "none",
            486,
            """
            - caller: { repeated: 486, spacing: [T1] }
            - caller: { send: ACK, mutate: [ { branch: z9hG4bKanother } ] }
            - caller: { repeated: 486, times: 2+ }
            - caller: { send: ACK }
            - caller: { repeated: 486, times: 0, for: 1s }
            """));
  }

  /** The clock of a refusal's copies begins with the refusal, whenever the INVITE came. */
  @Test
  public void theFirstCopyOfARefusalComesNoSoonerThanT1() {
    CaseResult result =
        script.play(
            ANSWERED.formatted("none", 486, 486).replace("send: 486", "send: 486, after: 130ms")
                + "  - caller: { repeated: 486, times: 1+ }\n");
    passed(result);
    List<Instant> came =
        result.transcript().stream()
            .filter(e -> e.actor().equals("caller") && e.message().status().orElse(0) == 486)
            .map(e -> e.frame().time())
            .toList();
    assertThat(Duration.between(came.get(0), came.get(1))).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  public void aCallWhose200NobodyAcknowledgesIsEndedOnBothLegs() {
    try (EmbeddedScript quick = new EmbeddedScript("{ t1: 30ms }")) {
      passed(
          quick.play(
              ANSWERED.formatted("none", 200, 200)
                  + """
                    - caller: { repeated: 200, times: 3+ }
                    - caller: { receive: BYE, within: 8s, headers: { Reason: "/cause=408/" } }
                    - callee: { receive: BYE, within: 8s }
                  """));
    }
  }

  @Test
  public void aRefusalThatTheScriptLeavesIsAcknowledgedInTheEnd() {
    CaseResult result = answered("none", 486, "- caller: { repeated: 486, times: 1+ }\n");
    passed(result);
    assertThat(result.transcript())
        .filteredOn(e -> e.actor().equals("caller") && e.message().method().equals("ACK"))
        .singleElement()
        .matches(TranscriptEntry::cleanup, "part of the clean-up");
  }

  @Test
  public void aLateAckEndsTheCopies() {
    for (int status : new int[] {200, 486}) {
      String end =
          status == 200
              ? "- caller: { send: BYE }\n- callee: { receive: BYE }\n- caller: { receive: 200 }\n"
              : "";
      passed(
          answered(
              "{ after: 500ms }",
              status,
              """
              - caller: { repeated: %d, times: 1+ }
              - pause: 500ms
              - caller: { repeated: %d, times: 0, for: 1s }
              """
                      .formatted(status, status)
                  + end));
    }
  }

  @Test
  public void severalMessagesOneAfterAnotherAreCounted() {
    String ringing =
        """
        - callee: { send: 180 }
        - callee: { send: 183 }
        - caller: { receive: [180, 183], times: %s }
        - callee: { send: 486 }
        - caller: { receive: 486 }
        """;
    passed(script.afterInvite(ringing.formatted("2")));
    passed(script.afterInvite(ringing.formatted("2-3")));
    CaseResult short1 =
        script.afterInvite(ringing.formatted("3").replace("183], ", "183], within: 300ms, "));
    assertThat(only(short1, FindingKind.NOT_RECEIVED).expected())
        .isEqualTo("caller to receive 180 or 183");
  }

  @Test
  public void theExampleOnThePagePasses() {
    passed(script.example("repeated-by-example"));
  }
}
