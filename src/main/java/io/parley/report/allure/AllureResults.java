package io.parley.report.allure;

import io.parley.play.RunInfo;
import io.parley.report.CaseEvidence;
import io.parley.report.CaseReport;
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
  private final CaseResultsWriter writer;
  private final AllureLifecycle lifecycle;

  /**
   * The results of a run.
   *
   * @param folder where they go; it is made when the run starts
   * @param evidence the folder in which each case's evidence has been written before its result is
   */
  public AllureResults(Path folder, Path evidence) {
    this.folder = folder;
    this.writer = new CaseResultsWriter(folder, evidence);
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
    RunFiles.write(folder, run);
  }

  @Override
  public void caseFinished(CaseEvidence evidence) {
    lifecycle.getCurrentTestCase().ifPresent(uuid -> writer.remember(uuid, evidence));
  }
}
