package io.parley.report.allure;

import io.parley.report.CaseEvidence;
import io.parley.report.CaseReport;
import io.parley.report.EvidenceFolder;
import io.parley.report.JunitXml;
import io.parley.report.RunRecord;
import io.parley.report.bundle.Packing;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.RunListener;
import io.qameta.allure.testng.AllureTestNg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Every report of a run, under one folder: {@code allure-results/}, {@code allure-report/}, {@code
 * evidence/}, {@code junit.xml}, {@code run.json}.
 *
 * <p>How a run uses it:
 *
 * <pre>{@code
 * Reports reports = new Reports(out, ReportOptions.USUAL);
 * testng.addListener(reports.testNgListener());
 * testng.setListenersToSkipFromBeingWiredInViaServiceLoaders(Reports.LISTENER);
 * reports.runStarted(info);                    // clears what an earlier run left, keeps history
 * // in the test method, on the worker, after play:
 * reports.caseFinished(result);
 * // then throw new CaseFailed(result), new CaseBroken(result), or TestNG's SkipException
 * reports.runFinished(interrupted);            // ends the files, makes the HTML
 * }</pre>
 *
 * <p>What an earlier run wrote is cleared by name; files that no run writes are left alone. {@code
 * runFinished} may be called twice (end of run and shutdown hook); the first call counts, the
 * second waits for it.
 */
public final class Reports implements RunListener {
  /** The listener that TestNG would find by itself and must not, since ours writes elsewhere. */
  public static final String LISTENER = AllureTestNg.class.getName();

  private final Path out;
  private final ReportOptions options;
  private final AllureResults allure;
  private final List<CaseReport> reports;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicReference<UncheckedIOException> failure = new AtomicReference<>();
  private final Object end = new Object();
  private Packing packing;
  private boolean finished;
  private String name = "Parley";

  /**
   * Reports under that folder; nothing is written before the run starts.
   *
   * @param out the folder of {@code --out}
   * @param options what is wanted
   */
  public Reports(Path out, ReportOptions options) {
    this.out = out;
    this.options = options;
    Path evidence = out.resolve("evidence");
    this.allure = new AllureResults(out);
    this.reports =
        List.of(
            allure,
            new EvidenceFolder(evidence),
            new JunitXml(out.resolve("junit.xml")),
            new RunRecord(out.resolve("run.json"), options.secrets()));
  }

  /** The listener to add to TestNG; see {@link AllureResults#listener}. */
  public AllureTestNg testNgListener() {
    return allure.listener();
  }

  /**
   * Clears what an earlier run left, keeps its history, and begins every file.
   *
   * @throws UncheckedIOException when the folder cannot be written; the message says what to do
   */
  @Override
  public void runStarted(RunInfo raw) {
    RunInfo run = options.secrets().mask(raw);
    try {
      Files.createDirectories(out);
      EarlierRun.clear(out);
    } catch (IOException e) {
      throw new UncheckedIOException(
          out + ": cannot be written (" + e.getMessage() + "). Name another folder with --out", e);
    }
    reports.forEach(r -> r.runStarted(run));
    packing = new Packing(run, options.secrets(), options.evidence());
    name = "Parley: " + run.target();
    started.set(true);
  }

  /**
   * Writes the case into every report. Called on the worker, within the running test. What cannot
   * be written does not stop the run; {@link #runFinished} tells.
   */
  @Override
  public void caseFinished(CaseResult result) {
    CaseEvidence evidence = packing.of(result);
    reports.forEach(r -> attempt(() -> r.caseFinished(evidence)));
  }

  /**
   * Ends the files and makes the HTML. A second call waits for the first and does nothing.
   *
   * @throws UncheckedIOException when something could not be written, now or before; the message
   *     says what, the rest is complete
   */
  @Override
  public void runFinished(boolean interrupted) {
    synchronized (end) {
      if (!started.get() || finished) {
        return;
      }
      finished = true;
      reports.forEach(r -> attempt(() -> r.runFinished(interrupted)));
      if (options.html()) {
        Path report = out.resolve("allure-report");
        attempt(() -> AllureReport.generate(out.resolve("allure-results"), report, name));
      }
    }
    UncheckedIOException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private void attempt(Runnable write) {
    try {
      write.run();
    } catch (UncheckedIOException e) {
      failure.compareAndSet(null, e);
    }
  }
}
