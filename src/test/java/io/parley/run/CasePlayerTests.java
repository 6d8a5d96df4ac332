package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.RunListener;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class CasePlayerTests {
  private final Case first = SampleCases.named("first", "sipconnect");
  private final Case second = SampleCases.named("second", "sipconnect");
  private StopSwitch stop = new StopSwitch();
  private final List<CaseResult> told = new ArrayList<>();

  @BeforeMethod
  public void start() {
    stop = new StopSwitch();
    told.clear();
  }

  @Test
  public void aCaseThatDoesNotApplyIsNotPlayedButReported() {
    Case skipped = new Case(first.id(), first.scenario(), first.expected(), Optional.of("no ICE"));
    CaseResult result = player(this::refuseToPlay, false).apply(skipped);
    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(result.skip()).contains("no ICE");
    assertThat(told).contains(result);
  }

  @Test
  public void nothingStartsAfterAnInterruption() {
    assertThat(stop.interrupt()).as("nothing to hang up yet").isFalse();
    CaseResult result = player(this::refuseToPlay, false).apply(first);
    assertThat(result.skip()).contains("not played: the run was interrupted");
  }

  @Test
  public void failFastStartsNothingAfterTheFirstCaseThatFailed() {
    CasePlayer player = player(c -> SampleCases.result(c, Verdict.FAILED), true);
    player.apply(first);
    CaseResult result = player.apply(second);
    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(result.skip()).contains("not played: --fail-fast after first@sipconnect");
    assertThat(player.results(List.of(second, first)))
        .containsExactly(result, told.get(told.size() - 2));
  }

  @Test
  public void withoutFailFastAllArePlayed() {
    CasePlayer player = player(c -> SampleCases.result(c, Verdict.FAILED), false);
    player.apply(first);
    assertThat(player.apply(second).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  public void aFaultOfOursBreaksTheCaseAndNotTheRun() {
    CaseResult result = player(this::refuseToPlay, false).apply(first);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(result.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(FindingKind.HARNESS))
        .satisfies(f -> assertThat(f.actual()).contains("must not be played"));
  }

  private CaseResult refuseToPlay(Case c) {
    throw new IllegalStateException("must not be played");
  }

  private CasePlayer player(Function<Case, CaseResult> play, boolean failFast) {
    RunListener listener =
        new RunListener() {
          @Override
          public void caseFinished(CaseResult result) {
            told.add(result);
          }
        };
    Optional<RunRequest.FailureLimit> limit =
        failFast ? Optional.of(new RunRequest.FailureLimit(1, "--fail-fast")) : Optional.empty();
    return new CasePlayer(play, listener, stop, limit, Clock.systemUTC());
  }
}
