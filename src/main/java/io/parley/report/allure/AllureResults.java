package io.parley.report.allure;

import io.parley.report.CaseEvidence;
import io.parley.report.CaseReport;
import io.parley.result.RunInfo;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.testng.AllureTestNg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code allure-results/}: one result a case, through Allure's TestNG listener. The listener
 * opens and ends each result; {@link #caseFinished}, called within the running test, says what the
 * case was; both meet when the result is written.
 */
public final class AllureResults implements CaseReport {
  private final Path folder;
  private final History history;
  private final CaseResultsWriter writer;
  private final AllureLifecycle lifecycle;
  private RunFiles files;

  /**
   * The results of a run.
   *
   * @param out the folder of all reports; the results go to {@code allure-results/} in it, each
   *     case's evidence has been written to {@code evidence/} before its result is
   */
  public AllureResults(Path out) {
    this.folder = out.resolve("allure-results");
    this.history = History.under(out);
    this.writer = new CaseResultsWriter(folder, out.resolve("evidence"));
    this.lifecycle = new AllureLifecycle(writer);
  }

  /**
   * A listener to add to TestNG, one for each suite: it keeps hold of every test it has seen.
   * TestNG finds a second one by itself, which must be kept out: {@code
   * testng.setListenersToSkipFromBeingWiredInViaServiceLoaders(AllureTestNg.class.getName())}.
   */
  public AllureTestNg listener() {
    return new AllureTestNg(lifecycle);
  }

  @Override
  public void runStarted(RunInfo run) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": cannot be made. Name another folder with --out", e);
    }
    files = new RunFiles(folder, run);
    files.begin(history.latestOrder() + 1);
  }

  @Override
  public void caseFinished(CaseEvidence evidence) {
    files.add(evidence.result());
    lifecycle.getCurrentTestCase().ifPresent(uuid -> writer.remember(uuid, evidence));
  }

  @Override
  public void runFinished(boolean interrupted) {
    files.write();
    writer
        .failure()
        .ifPresent(
            e -> {
              throw e;
            });
  }
}
