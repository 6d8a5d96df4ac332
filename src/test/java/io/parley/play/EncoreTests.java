package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.model.Verdict;
import io.parley.play.stage.Lateness;
import io.parley.result.CaseResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.testng.annotations.Test;

/** What is played again because we were late, and what is not. */
public class EncoreTests {
  private static final Case CALL = TestCases.call("call", OfferSpec.EMPTY);
  private static final Finding LATE =
      Lateness.finding(TestCases.AT, "486", Duration.ofMillis(700), "nothing came");
  private static final Finding WRONG =
      Finding.of(FindingKind.STATUS, TestCases.AT, "486", "the target answered 200");

  private final List<CaseResult> plays = new ArrayList<>();

  @Test
  public void theNextPlayCountsAndSaysSo() {
    CaseResult result = played(List.of(LATE), List.of(), List.of());
    assertThat(plays).hasSize(2);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.flaky()).isFalse();
    assertThat(result.notes())
        .containsExactly("played again: before, this machine was 700 ms late meanwhile");
  }

  @Test
  public void whatTheTargetDidWrongStands() {
    assertThat(played(List.of(LATE), List.of(WRONG)).verdict()).isEqualTo(Verdict.FAILED);
    plays.clear();
    assertThat(played(List.of(WRONG, LATE)).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(plays).hasSize(1);
  }

  @Test
  public void whoeverIsLateAllTheTimeTellsNothing() {
    plays.clear();
    CaseResult result = played(List.of(LATE), List.of(LATE), List.of(LATE), List.of());
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(plays).hasSize(3);
  }

  @Test
  public void nothingIsPlayedAgainThatNobodyDialsOrThatWasInterrupted() {
    Case waiting = TestCases.inward("waiting");
    assertThat(of(waiting, () -> false, List.of(List.of(LATE), List.of())).verdict())
        .isEqualTo(Verdict.BROKEN);
    assertThat(of(CALL, () -> true, List.of(List.of(LATE), List.of())).verdict())
        .isEqualTo(Verdict.BROKEN);
  }

  @SafeVarargs
  private CaseResult played(List<Finding>... findings) {
    return of(CALL, () -> false, List.of(findings));
  }

  private CaseResult of(Case due, BooleanSupplier over, List<List<Finding>> findings) {
    plays.clear();
    return new Encore(
            c -> {
              List<Finding> found = findings.get(plays.size());
              Instant now = Instant.now();
              plays.add(CaseResult.of(c, Verdict.of(found), now, now).findings(found).build());
              return plays.get(plays.size() - 1);
            },
            over)
        .play(due);
  }
}
