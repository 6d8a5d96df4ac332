package io.parley.report.allure;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.FileSystemReportStorage;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code history/} beside a report that is one file, which would otherwise keep its history
 * inside, where the next run cannot read it.
 *
 * @param report the report's folder
 */
record HistoryKeeper(Path report) implements Aggregator2 {

  @Override
  public void aggregate(
      Configuration configuration, List<LaunchResults> launches, ReportStorage ignored) {
    OnlyHistory storage = new OnlyHistory(new FileSystemReportStorage(report));
    List<Aggregator2> keepers =
        List.of(
            new HistoryPlugin(),
            new HistoryTrendPlugin(),
            new DurationTrendPlugin(),
            new RetryTrendPlugin(),
            new CategoriesTrendPlugin());
    keepers.forEach(k -> k.aggregate(configuration, launches, storage));
  }

  /** Passes on the history and nothing else. */
  private record OnlyHistory(ReportStorage files) implements ReportStorage {
    @Override
    public void addDataJson(String name, Object data) {
      if (name.startsWith("history/")) {
        files.addDataJson(name, data);
      }
    }

    @Override
    public void addDataBinary(String name, byte[] data) {}

    @Override
    public void addDataFile(String name, Path file) {}
  }
}
