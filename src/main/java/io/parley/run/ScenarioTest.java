package io.parley.run;

import org.testng.ITestResult;
import org.testng.Reporter;
import org.testng.annotations.AfterSuite;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Scenarios as the tests of a Java project. Extend it, say which, and run it with whatever runs
 * TestNG:
 *
 * <pre>{@code
 * public class SbcTest extends ScenarioTest {
 *   @Override
 *   protected Scenarios scenarios() {
 *     return Scenarios.in("src/test/scenarios").target("lab.yaml").profiles("zoom-byoc");
 *   }
 * }
 * }</pre>
 *
 * <p>Each case is a test of its own under the case's name, played on the threads of TestNG's data
 * provider. A target that misbehaves is an assertion error with all findings, a case that could not
 * be tested another exception, one that does not apply a skip with its reason. A scenario that
 * cannot be read, or a target that cannot be made ready, is one test that fails.
 *
 * <p>The target and our endpoints are opened when the first case is due, serve all classes of the
 * suite that name the same target, and are closed after the last. What arrives after its case had
 * ended fails the suite then. Where Allure listens, its results are those of a run.
 */
public abstract class ScenarioTest {

  /** Which scenarios, at what. Called once, when they are due. */
  protected abstract Scenarios scenarios();

  /** One row per case. It does not throw: TestNG would skip the tests, and nobody would notice. */
  @DataProvider(name = "scenarios", parallel = true, propagateFailureAsTestFailure = true)
  public final Object[][] cases() {
    return ScenarioSuite.CURRENT.cases(scenarios()).stream()
        .map(c -> new Object[] {c})
        .toArray(Object[][]::new);
  }

  /** Plays one case. In reports it goes by the case's name. */
  @Test(dataProvider = "scenarios")
  public final void scenario(ScenarioCase due) {
    ITestResult result = Reporter.getCurrentTestResult();
    // Surefire would add the parameter and a number that depends on the order of the threads.
    result.setTestName(due.toString());
    result.setParameters(new Object[0]);
    due.play();
  }

  /** Closes what the suite opened. */
  @AfterSuite(alwaysRun = true)
  public final void closeTargets() {
    ScenarioSuite.CURRENT.close();
  }
}
