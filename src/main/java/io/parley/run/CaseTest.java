package io.parley.run;

import io.parley.model.Case;
import io.parley.result.CaseResult;
import java.util.List;
import java.util.function.Function;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The one test method: TestNG invokes it once per case, on its workers. */
public final class CaseTest {
  private final List<Case> cases;
  private final Function<Case, CaseResult> play;

  /** TestNG insists that there is one, and asks the object factory instead of calling it. */
  @SuppressWarnings("unused")
  private CaseTest() {
    throw new IllegalStateException("a test without cases; CaseSuite hands its own to TestNG");
  }

  /**
   * A test over some cases.
   *
   * @param cases one invocation each
   * @param play plays a case and reports its result; called on several threads
   */
  CaseTest(List<Case> cases, Function<Case, CaseResult> play) {
    this.cases = cases;
    this.play = play;
  }

  /** One row per case. */
  @DataProvider(name = "cases", parallel = true)
  public Object[][] cases() {
    return cases.stream().map(c -> new Object[] {c}).toArray(Object[][]::new);
  }

  /** Plays one case and turns its verdict into what TestNG understands. */
  @Test(dataProvider = "cases")
  public void play(Case played) {
    CaseOutcome.raise(play.apply(played), CaseText::findings);
  }
}
