package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.merge.MergeOutcome;
import io.parley.model.Case;
import io.parley.model.Shard;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.run.ExitCode;
import io.parley.run.SampleCases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** How a merge ends, and what it says of cases that are missing. */
public class MergeCommandTests {
  private static final CaseResult PASSED = result("good", Verdict.PASSED);
  private static final CaseResult FAILED = result("bad", Verdict.FAILED);
  private static final CaseResult BROKEN = result("lost", Verdict.BROKEN);
  private static final CaseResult SKIPPED = result("skipped", Verdict.SKIPPED);

  @DataProvider
  public Object[][] complete() {
    return new Object[][] {
      {List.of(PASSED, SKIPPED), ExitCode.PASSED},
      {List.of(PASSED, FAILED, BROKEN), ExitCode.FAILED},
      {List.of(PASSED, BROKEN), ExitCode.BROKEN},
      {List.of(SKIPPED), ExitCode.USAGE},
      {List.of(), ExitCode.USAGE},
    };
  }

  @Test(dataProvider = "complete")
  public void whatIsCompleteEndsAsOneRun(List<CaseResult> results, ExitCode expected) {
    assertThat(MergeCommand.code(outcome(results, 0, false), false, false)).isEqualTo(expected);
    assertThat(MergeCommand.code(outcome(results, 0, false), true, false)).isEqualTo(expected);
  }

  @Test
  public void missingCasesAreNotGoodUnlessTheyMayBe() {
    MergeOutcome good = outcome(List.of(PASSED), 3, false);
    assertThat(MergeCommand.code(good, false, false)).isEqualTo(ExitCode.BROKEN);
    assertThat(MergeCommand.code(good, true, false)).isEqualTo(ExitCode.PASSED);
    MergeOutcome bad = outcome(List.of(PASSED, FAILED), 3, false);
    assertThat(MergeCommand.code(bad, false, false)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  public void anInterruptedRunMakesAnInterruptedMergeUnlessItMayBe() {
    MergeOutcome killed = outcome(List.of(PASSED, FAILED), 3, true);
    assertThat(MergeCommand.code(killed, false, false)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(MergeCommand.code(killed, true, false)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  public void aFlakyCaseFailsTheMergeWhereThatIsWanted() {
    CaseResult failedFirst = PASSED.among(List.of(result("good", Verdict.FAILED)));
    MergeOutcome flaky = outcome(List.of(failedFirst), 0, false);
    assertThat(MergeCommand.code(flaky, false, false)).isEqualTo(ExitCode.PASSED);
    assertThat(MergeCommand.code(flaky, false, true)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  public void missingCasesAreNamed() {
    MergeText text = new MergeText(outcome(List.of(PASSED), 12, false));
    List<String> lines = new ArrayList<>(text.beginning());
    lines.addAll(text.end(false));
    GoldenFile.assertEquals("cli/merge-missing.txt", String.join("\n", lines) + "\n");
    assertThat(text.end(true)).doesNotContain(lines.get(lines.size() - 1));
  }

  @Test
  public void nothingIsSaidOfACompleteRun() {
    assertThat(new MergeText(outcome(List.of(PASSED), 0, false)).end(false)).isEmpty();
  }

  private static CaseResult result(String id, Verdict verdict) {
    Case played = SampleCases.named(id, "sipconnect");
    return SampleCases.result(played, verdict);
  }

  private static MergeOutcome outcome(List<CaseResult> results, int missing, boolean interrupted) {
    return new MergeOutcome(
        List.of("parts/1: shard 1/3, 20 cases", "parts/3: shard 3/3, 18 cases"),
        List.of("the runs are of different versions of Parley: 0.1.0, 0.2.0"),
        results,
        Duration.ofSeconds(4),
        Map.of(),
        missing,
        IntStream.range(0, missing).mapToObj(i -> "case-" + i + "@sipconnect").toList(),
        missing > 0 && !interrupted ? List.of(new Shard(2, 3)) : List.of(),
        interrupted);
  }
}
