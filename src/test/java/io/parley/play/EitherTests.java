package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import java.util.List;
import org.testng.annotations.Test;

/** {@code either}: one of several messages is enough, and the script knows which. */
public class EitherTests extends AtEmbeddedSbc {
  private static final String CALL_UP =
      """
      - callee: { send: 200 }
      - caller: { receive: 200 }
      - callee: { receive: ACK }
      """;

  private static final String WHO_HANGS_UP =
      """
      - either:
          ways:
            caller-leaves: { callee: { receive: BYE } }
            callee-leaves: { caller: { receive: BYE } }
      - callee: { send: 200, when: caller-leaves }
      - caller: { receive: 200, when: caller-leaves }
      - caller: { send: 200, when: callee-leaves }
      - callee: { receive: 200, when: callee-leaves }
      """;

  @Test
  public void theMessageThatComesDecidesWhatFollows() {
    assertPassed(script.afterInvite(CALL_UP + "- caller: { send: BYE }\n" + WHO_HANGS_UP));
    assertPassed(script.afterInvite(CALL_UP + "- callee: { send: BYE }\n" + WHO_HANGS_UP));
  }

  @Test
  public void whatWasNotTakenIsPassedOverAndSaysWhy() {
    CaseResult result = script.afterInvite(CALL_UP + "- caller: { send: BYE }\n" + WHO_HANGS_UP);
    List<String> notes =
        result.steps().stream()
            .filter(s -> s.status() == StepResult.Status.PASSED_OVER)
            .flatMap(s -> s.note().stream())
            .toList();
    assertThat(notes)
        .containsExactly(
            "another way was taken: caller-leaves",
            "its condition did not hold",
            "its condition did not hold");
  }

  @Test
  public void aPauseIsTheWayWhereNothingElseComes() {
    String steps =
        """
        - either:
            ways:
              is-hung-up: { callee: { receive: BYE } }
              goes-on: { pause: 200ms }
        - caller: { send: BYE, when: goes-on }
        - callee: { receive: BYE, when: goes-on }
        - callee: { send: 200 }
        - caller: { receive: 200, when: goes-on }
        """;
    assertPassed(script.afterInvite(CALL_UP + steps));
  }

  @Test
  public void whereNothingComesOneFindingNamesAllThatCouldHave() {
    String steps =
        """
        - either:
            within: 200ms
            ways:
              cancelled: { callee: { receive: CANCEL } }
              answered: { caller: { receive: [200, 202] } }
        """;
    CaseResult result = script.afterInvite(steps);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).kind()).isEqualTo(FindingKind.NOT_RECEIVED);
    assertThat(result.findings().get(0).expected())
        .isEqualTo("callee to receive CANCEL, or caller to receive 200 or 202");
  }

  @Test
  public void aRefusalThatNoWayKnowsContradictsAllOfThem() {
    String steps =
        """
        - callee: { send: 603 }
        - either:
            ways:
              busy: { caller: { receive: 486 } }
              answered: { caller: { receive: 2xx } }
        """;
    CaseResult result = script.afterInvite(steps);
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).kind()).isEqualTo(FindingKind.STATUS);
    assertThat(result.findings().get(0).expected())
        .isEqualTo("caller to receive 486, or caller to receive 2xx");
  }

  @Test
  public void aWayThatCarriesAConditionIsOpenOnlyWhereThatHolds() {
    String steps =
        CALL_UP
            + """
            - either:
                ways:
                  speaks: { callee: { receive: INFO } }
                  is-silent: { pause: 100ms }
            - either:
                ways:
                  ends: { callee: { receive: BYE, when: speaks } }
                  says-more: { callee: { receive: INFO, when: speaks } }
            - callee: { send: 200, when: ends }
            - caller: { send: BYE, when: is-silent }
            - callee: { receive: BYE, when: is-silent }
            - callee: { send: 200, when: is-silent }
            - caller: { receive: 200, when: is-silent }
            """;
    assertThat(script.afterInvite(steps).findings()).isEmpty();
  }

  /** A send of the way that was not taken brings nothing. */
  @Test
  public void whatTheOtherWayWouldHaveBroughtIsMissedAsAnythingElse() {
    String steps =
        CALL_UP
            + """
            - either:
                ways:
                  informs: { callee: { receive: INFO } }
                  is-silent: { pause: 100ms }
            - callee: { receive: BYE, within: 200ms, when: is-silent }
            - caller: { send: BYE, when: informs }
            """;
    CaseResult result = script.afterInvite(steps);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().get(0).kind()).isEqualTo(FindingKind.NOT_RECEIVED);
  }

  @Test
  public void theExampleOnThePageIsPlayedOnEitherWay() {
    assertPassed(script.example("either-by-example"));
    try (EmbeddedScript carrying = new EmbeddedScript("{ t1: 100ms, refer: carry-out }")) {
      assertPassed(carrying.example("either-by-example"));
    }
  }
}
