package io.parley.report.allure;

import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of {@code allure-results/} that speak of the run: environment, categories, executor.
 * They are there from the beginning, so that the results of a run that was killed can be read, and
 * written again at the end with what the cases told: the target's software, the diagnoses.
 */
final class RunFiles {
  private final Path folder;
  private final RunInfo run;
  private final SoftwareSeen software = new SoftwareSeen();
  private final Diagnoses diagnoses = new Diagnoses();

  /** The files of a run that begins. */
  RunFiles(Path folder, RunInfo run) {
    this.folder = folder;
    this.run = run;
  }

  /**
   * Writes what is known before the first case.
   *
   * @param order number of the run where no CI server counts
   */
  void begin(int order) {
    text("executor.json", Executor.of(System.getenv(), order, run).json());
    write();
  }

  /** Learns from a case; called by several threads. */
  void add(CaseResult result) {
    software.add(result);
    diagnoses.add(result);
  }

  /** Writes environment and categories, with what is known by now. */
  void write() {
    text("environment.properties", Environment.of(run, software).properties());
    text("categories.json", Categories.json(diagnoses.all()));
  }

  private void text(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": cannot be written. Name another folder with --out", e);
    }
  }
}
