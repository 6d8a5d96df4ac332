package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** Tests whose scripts are played at one embedded SBC that is open for all of them. */
abstract class AtEmbeddedSbc {
  /** Plays scripts; open while the tests of the class run. */
  EmbeddedScript script;

  /** The SBC; one that keeps other times where a class needs them. */
  EmbeddedScript opened() {
    return new EmbeddedScript();
  }

  @BeforeClass
  public void open() {
    script = opened();
  }

  @AfterClass(alwaysRun = true)
  public void close() {
    script.close();
  }

  /** That a case was played and nothing was against it. */
  static void assertPassed(CaseResult result) {
    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }
}
