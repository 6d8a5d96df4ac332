package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class AttemptsTests {
  private final Case due = SampleCases.named("first", "sipconnect");
  private final Deque<CaseResult> coming = new ArrayDeque<>();
  private Optional<String> objection = Optional.empty();

  @BeforeMethod
  public void start() {
    coming.clear();
    objection = Optional.empty();
  }

  @Test
  public void aCaseThatPassesIsNotRetried() {
    coming(Verdict.PASSED, Verdict.FAILED);
    CaseResult result = retried(3);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.attempts()).isEmpty();
    assertThat(result.flaky()).isFalse();
    assertThat(result.notes()).isEmpty();
    assertThat(coming).hasSize(1);
  }

  @Test
  public void aPassAfterARetryIsFlakyAndKeepsTheFailedPlays() {
    coming(Verdict.FAILED, Verdict.BROKEN, Verdict.PASSED, Verdict.FAILED);
    CaseResult result = retried(3);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.flaky()).isTrue();
    assertThat(verdicts(result.attempts())).containsExactly(Verdict.FAILED, Verdict.BROKEN);
    assertThat(result.notes()).containsExactly("played 3 times: 1 passed, 1 failed, 1 broken");
    assertThat(coming).hasSize(1);
  }

  @Test
  public void aCaseThatKeepsFailingIsPlayedOnceMoreThanItIsRetried() {
    coming(Verdict.FAILED, Verdict.FAILED, Verdict.BROKEN, Verdict.PASSED);
    CaseResult result = retried(2);
    assertThat(result.verdict()).as("that of the last play").isEqualTo(Verdict.BROKEN);
    assertThat(result.flaky()).isFalse();
    assertThat(result.attempts()).hasSize(2);
    assertThat(coming).hasSize(1);
  }

  @Test
  public void whatIsSkippedIsPlayedNoFurther() {
    coming(Verdict.SKIPPED, Verdict.PASSED);
    assertThat(repeated(5).attempts()).isEmpty();
    assertThat(coming).hasSize(1);
  }

  @Test
  public void anObjectionEndsTheRetriesAndIsTold() {
    coming(Verdict.BROKEN, Verdict.PASSED);
    objection = Optional.of("the target is not there");
    CaseResult result = retried(3);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.notes()).containsExactly("not played again: the target is not there");
  }

  @Test
  public void aRetryThatIsCutOffLeavesTheVerdictBeforeIt() {
    coming(Verdict.FAILED, Verdict.SKIPPED, Verdict.PASSED);
    CaseResult result = retried(3);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.attempts()).isEmpty();
    assertThat(result.notes()).containsExactly("played again, no expectation for zoom-byoc");
    assertThat(coming).hasSize(1);
  }

  @Test
  public void theWorstOfRepeatedPlaysCounts() {
    coming(Verdict.PASSED, Verdict.BROKEN, Verdict.FAILED, Verdict.FAILED, Verdict.PASSED);
    List<CaseResult> all = List.copyOf(coming);
    CaseResult result = repeated(5);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.started()).as("the first of the worst").isEqualTo(all.get(2).started());
    assertThat(result.attempts())
        .as("oldest first")
        .containsExactly(all.get(0), all.get(1), all.get(3), all.get(4));
    assertThat(result.notes()).containsExactly("played 5 times: 2 passed, 2 failed, 1 broken");
    assertThat(result.plays()).extracting(CaseResult::started).isSorted().hasSize(5);
    assertThat(result.flaky()).isFalse();
  }

  private CaseResult retried(int retries) {
    return played(new RunRequest.Repetition(retries, 1, Optional.empty(), false));
  }

  private CaseResult repeated(int times) {
    return played(new RunRequest.Repetition(0, times, Optional.empty(), false));
  }

  private CaseResult played(RunRequest.Repetition wanted) {
    return new Attempts(c -> coming.remove(), wanted, (c, last) -> objection).apply(due);
  }

  /** The verdicts of the plays to come, each a second later than the one before. */
  private void coming(Verdict... verdicts) {
    for (Verdict verdict : verdicts) {
      coming.add(later(SampleCases.result(due, verdict), coming.size()));
    }
  }

  private static CaseResult later(CaseResult of, int seconds) {
    Instant started = of.started().plusSeconds(seconds);
    return of.but().started(started).ended(started.plusMillis(41)).build();
  }

  private static List<Verdict> verdicts(List<CaseResult> results) {
    return results.stream().map(CaseResult::verdict).toList();
  }
}
