package io.parley.report.allure;

import io.parley.Scratch;
import io.parley.report.SampleResults;
import io.parley.report.Secrets;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import org.testng.ITestObjectFactory;
import org.testng.SkipException;
import org.testng.TestNG;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

/** Sample results as a TestNG suite in code, as a run plays its cases. */
public final class SampleSuite {
  private final Reports reports;
  private final List<CaseResult> results;

  private SampleSuite(Reports reports, List<CaseResult> results) {
    this.reports = reports;
    this.results = results;
  }

  /** TestNG wants one; the object factory hands over an instance instead. */
  public SampleSuite() {
    this(null, List.of());
  }

  /** Writes the folder of a run without HTML, as a run does that comes to its end. */
  public static void write(Path out, RunInfo run, List<CaseResult> results, boolean interrupted) {
    Reports reports = new Reports(out, new ReportOptions(false, Secrets.MASKED));
    reports.runStarted(run);
    play(reports, results);
    reports.runFinished(interrupted);
  }

  /** Reports the results on parallel workers, from start to finish. */
  static void run(Reports reports, List<CaseResult> results) {
    reports.runStarted(SampleResults.run(results.size()));
    play(reports, results);
    reports.runFinished(false);
  }

  private static void play(Reports reports, List<CaseResult> results) {
    SampleSuite instance = new SampleSuite(reports, results);
    TestNG engine = new TestNG(false);
    engine.setUseDefaultListeners(false);
    engine.setVerbose(0);
    engine.setOutputDirectory(Scratch.all().toString());
    engine.setListenersToSkipFromBeingWiredInViaServiceLoaders(Reports.LISTENER);
    engine.addListener(reports.testNgListener());
    engine.setObjectFactory(new Handover(instance));
    XmlSuite suite = new XmlSuite();
    suite.setDataProviderThreadCount(3);
    XmlTest test = new XmlTest(suite);
    test.setXmlClasses(List.of(new XmlClass(SampleSuite.class)));
    engine.setXmlSuites(List.of(suite));
    engine.run();
  }

  @DataProvider(parallel = true)
  public Object[][] samples() {
    return results.stream().map(r -> new Object[] {r}).toArray(Object[][]::new);
  }

  @Test(dataProvider = "samples")
  public void play(CaseResult result) {
    reports.caseFinished(result);
    switch (result.verdict()) {
      case PASSED -> {}
      case FAILED -> throw new AssertionError("failed");
      case BROKEN -> throw new IllegalStateException("broken");
      case SKIPPED -> throw new SkipException("skipped");
    }
  }

  private record Handover(SampleSuite instance) implements ITestObjectFactory {
    @Override
    @SuppressWarnings("unchecked") // the constructor's class was compared
    public <T> T newInstance(Constructor<T> constructor, Object... parameters) {
      return constructor.getDeclaringClass() == SampleSuite.class
          ? (T) instance
          : ITestObjectFactory.super.newInstance(constructor, parameters);
    }
  }
}
