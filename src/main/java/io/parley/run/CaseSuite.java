package io.parley.run;

import io.parley.model.Case;
import io.parley.result.CaseResult;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.testng.ITestNGListener;
import org.testng.ITestObjectFactory;
import org.testng.TestNG;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

/** The cases of a run as a TestNG suite in code: one test method, one invocation per case. */
final class CaseSuite {
  private final List<Case> cases;
  private final int workers;
  private final ITestNGListener listener;

  /**
   * A suite.
   *
   * @param cases one invocation each, in this order
   * @param workers threads that play cases
   * @param listener writes results; the one of its class that TestNG would find by itself is left
   *     out, so that nothing is written twice
   */
  CaseSuite(List<Case> cases, int workers, ITestNGListener listener) {
    this.cases = cases;
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * Plays every case; returns when all are over.
   *
   * @param play plays one case and reports it; called on several threads
   * @param scratch where TestNG may write; it writes nothing, as its reporters are off
   */
  void run(Function<Case, CaseResult> play, Path scratch) {
    TestNG engine = new TestNG(false);
    engine.setUseDefaultListeners(false);
    engine.setVerbose(0);
    engine.setOutputDirectory(scratch.toString());
    engine.setObjectFactory(new Handover(new CaseTest(cases, play)));
    engine.addListener(listener);
    engine.setListenersToSkipFromBeingWiredInViaServiceLoaders(listener.getClass().getName());
    engine.setXmlSuites(List.of(suite()));
    engine.run();
  }

  private XmlSuite suite() {
    XmlSuite suite = new XmlSuite();
    suite.setName("Parley");
    suite.setDataProviderThreadCount(workers);
    XmlTest test = new XmlTest(suite);
    test.setName("scenarios");
    test.setXmlClasses(List.of(new XmlClass(CaseTest.class)));
    return suite;
  }

  /** Gives TestNG the test object that knows its cases, where it would call a constructor. */
  private record Handover(CaseTest test) implements ITestObjectFactory {
    @Override
    @SuppressWarnings("unchecked") // the constructor's class was compared
    public <T> T newInstance(Constructor<T> constructor, Object... parameters) {
      return constructor.getDeclaringClass() == CaseTest.class
          ? (T) test
          : ITestObjectFactory.super.newInstance(constructor, parameters);
    }
  }
}
