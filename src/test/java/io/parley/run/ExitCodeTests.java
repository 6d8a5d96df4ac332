package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ExitCodeTests {

  @DataProvider
  public Object[][] runs() {
    return new Object[][] {
      {List.of(Verdict.PASSED, Verdict.SKIPPED), 0},
      {List.of(Verdict.PASSED, Verdict.FAILED), 1},
      {List.of(Verdict.BROKEN, Verdict.FAILED), 1},
      {List.of(Verdict.PASSED, Verdict.BROKEN), 3},
      {List.of(Verdict.SKIPPED, Verdict.SKIPPED), 2},
      {List.of(), 2},
    };
  }

  @Test(dataProvider = "runs")
  public void verdictsDecideTheExitCode(List<Verdict> verdicts, int expected) {
    assertThat(ExitCode.of(verdicts).number()).isEqualTo(expected);
  }
}
