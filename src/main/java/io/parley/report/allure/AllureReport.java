package io.parley.report.allure;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.DefaultConfiguration;
import io.qameta.allure.Extension;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.context.FreemarkerContext;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.context.RandomUidContext;
import io.qameta.allure.core.AttachmentsPlugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.TestsResultsPlugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.environment.Allure1EnvironmentPlugin;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.launch.LaunchPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import io.qameta.allure.timeline.TimelinePlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes {@code allure-report/} with Allure's own generator, in this process and offline.
 *
 * <p>The report is one {@code index.html} with everything inside, so that a double click opens it:
 * a report of many files needs a web server, since browsers refuse to fetch from {@code file:}. The
 * history for trends lies beside it.
 *
 * <p>The generator's parts are put together here rather than by its builder, because the builder
 * always adds one that reports each use to Google Analytics.
 */
public final class AllureReport {
  /** Within the report, so that whatever ends the process, the next report takes it away. */
  private static final String SCRATCH = ".tabs";

  private AllureReport() {}

  /**
   * Makes the report.
   *
   * @param results the folder {@code allure-results/}, with {@code history/} of earlier reports
   * @param report the folder to write
   * @param name what the report is called
   * @throws UncheckedIOException when it cannot be written; the message names the folder
   */
  public static void generate(Path results, Path report, String name) {
    try {
      Files.createDirectories(report);
      List<Path> unreported = new History(report).unreported();
      new UnreportedRuns(results.resolve("history")).add(unreported);
      Path scratch = report.resolve(SCRATCH);
      try {
        Folder.delete(scratch);
        Files.createDirectory(scratch);
        generate(new TabsPlugin(scratch), results, report, name);
      } finally {
        Folder.delete(scratch);
      }
      for (Path run : unreported) {
        Folder.delete(run);
      }
    } catch (io.qameta.allure.ReportGenerationException e) {
      throw new UncheckedIOException(
          report + ": the report cannot be written (" + e.getMessage() + ")", new IOException(e));
    } catch (IOException e) {
      throw new UncheckedIOException(
          report + ": the report cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static void generate(TabsPlugin tabs, Path results, Path report, String name)
      throws IOException {
    Configuration configuration = new DefaultConfiguration(name, extensions(), List.of(tabs));
    ResultsReader reader = new ResultsReader(configuration);
    configuration.getReaders().forEach(r -> r.readResults(configuration, reader, results));
    ReportStore store = new ReportStore(report);
    List<LaunchResults> launches = List.of(reader.launch());
    configuration
        .getExtensions(Aggregator2.class)
        .forEach(a -> a.aggregate(configuration, launches, store));
    OnePage.write(configuration, store, report);
  }

  /** In the order in which they depend on each other: retries before history before categories. */
  static List<Extension> extensions() {
    return List.of(
        new JacksonContext(),
        new FreemarkerContext(),
        new RandomUidContext(),
        new Allure2Plugin(),
        new EnvironmentReader(),
        new Allure1EnvironmentPlugin(),
        new ExecutorPlugin(),
        new TagsPlugin(),
        new Retries(),
        new RetryTrendPlugin(),
        new SeverityPlugin(),
        new HistoryPlugin(),
        new HistoryTrendPlugin(),
        new CategoriesPlugin(),
        new CategoriesTrendPlugin(),
        new DurationPlugin(),
        new DurationTrendPlugin(),
        new StatusChartPlugin(),
        new TimelinePlugin(),
        new SuitesPlugin(),
        new TreeTab("behaviors", LabelName.EPIC, LabelName.FEATURE),
        new TreeTab("farends", LabelName.STORY, LabelName.EPIC),
        new TestsResultsPlugin(),
        new AttachmentsPlugin(),
        new SummaryPlugin(),
        new LaunchPlugin());
  }
}
