package io.parley.report.allure;

import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.InMemoryReportStorage;
import java.nio.file.Path;

/**
 * The data of a report that is one file, in memory; its history is also written beside it, where
 * the next run finds it.
 */
final class ReportStore implements ReportStorage {
  private final InMemoryReportStorage memory = new InMemoryReportStorage();
  private final HistoryStore history;

  /** A store whose history goes under the report's folder. */
  ReportStore(Path report) {
    this.history = new HistoryStore(new History(report).folder());
  }

  /** What goes into the one file. */
  InMemoryReportStorage memory() {
    return memory;
  }

  @Override
  public void addDataJson(String name, Object data) {
    memory.addDataJson(name, data);
    history.addDataJson(name, data);
  }

  @Override
  public void addDataBinary(String name, byte[] data) {
    memory.addDataBinary(name, data);
  }

  @Override
  public void addDataFile(String name, Path file) {
    memory.addDataFile(name, file);
  }
}
