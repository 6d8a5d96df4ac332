package io.parley.report.allure;

import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.FileSystemReportStorage;
import java.nio.file.Path;

/** Keeps the history of a report and nothing else. */
final class HistoryStore implements ReportStorage {
  private static final String PREFIX = "history/";

  private final FileSystemReportStorage files;

  /** Writes into that folder, which is called {@code history}. */
  HistoryStore(Path history) {
    this.files = new FileSystemReportStorage(history.getParent());
  }

  @Override
  public void addDataJson(String name, Object data) {
    if (name.startsWith(PREFIX)) {
      files.addDataJson(name, data);
    }
  }

  @Override
  public void addDataBinary(String name, byte[] data) {
    // History is written as JSON only.
  }

  @Override
  public void addDataFile(String name, Path file) {
    // History is written as JSON only.
  }
}
