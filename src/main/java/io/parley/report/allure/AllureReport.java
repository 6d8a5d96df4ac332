package io.parley.report.allure;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.core.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes {@code allure-report/} with Allure's own generator, in this process and offline.
 *
 * <p>The report is one {@code index.html} with everything inside, so that a double click opens it:
 * a report of many files needs a web server, since browsers refuse to fetch from {@code file:}. The
 * history for trends lies beside it.
 */
public final class AllureReport {
  /** The loader of the analytics script, and the block that would call it. */
  private static final Pattern ANALYTICS =
      Pattern.compile(
          "<script[^>]*googletagmanager[^>]*>\\s*</script>\\s*"
              + "|<script>\\s*window\\.dataLayer\\b.*?</script>\\s*",
          Pattern.DOTALL);

  private AllureReport() {}

  /**
   * Makes the report.
   *
   * @param results the folder {@code allure-results/}, with {@code history/} of earlier reports
   * @param report the folder to write
   * @throws UncheckedIOException when it cannot be written; the message names the folder
   */
  public static void generate(Path results, Path report) {
    try {
      Files.createDirectories(report);
      Path scratch = Files.createTempDirectory("parley-report");
      try {
        Configuration configuration =
            ConfigurationBuilder.bundled()
                .withReportName("Parley")
                .withPlugins(List.of(new TabsPlugin(scratch)))
                .withExtensions(List.of(new HistoryKeeper(report)))
                .build();
        new ReportGenerator(configuration).generateSingleFile(report, List.of(results));
      } finally {
        deleteTree(scratch);
      }
      stripAnalytics(report.resolve("index.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          report + ": the report cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static void stripAnalytics(Path index) throws IOException {
    String html = Files.readString(index);
    Files.writeString(index, ANALYTICS.matcher(html).replaceAll(""));
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        Files.delete(entry);
      }
    }
    Files.delete(folder);
  }
}
