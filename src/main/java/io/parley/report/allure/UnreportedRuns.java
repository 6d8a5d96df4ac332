package io.parley.report.allure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qameta.allure.Aggregator2;
import io.qameta.allure.DefaultConfiguration;
import io.qameta.allure.Extension;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.context.JacksonContext;
import io.qameta.allure.context.RandomUidContext;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.entity.Status;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.entity.Time;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts runs that had no report made into the history, as if one had been made of each: Allure's own
 * parts that keep history and trends are given what the run's record says of its cases.
 */
final class UnreportedRuns {
  private final Path history;
  private final Configuration configuration =
      new DefaultConfiguration("Parley", extensions(), List.of());

  /** Adds to the history in that folder. */
  UnreportedRuns(Path history) {
    this.history = history;
  }

  private static List<Extension> extensions() {
    return List.of(
        new JacksonContext(),
        new RandomUidContext(),
        new ExecutorPlugin(),
        new Retries(),
        new RetryTrendPlugin(),
        new HistoryPlugin(),
        new HistoryTrendPlugin(),
        new CategoriesPlugin(),
        new CategoriesTrendPlugin(),
        new DurationTrendPlugin());
  }

  /** Adds runs, oldest first, each a folder as {@link History} keeps it. */
  void add(List<Path> runs) throws IOException {
    for (Path run : runs) {
      add(run);
    }
  }

  private void add(Path run) throws IOException {
    Path before = Files.createDirectories(run.resolve("history"));
    for (Path file : Folder.list(history)) {
      Files.copy(file, before.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    ResultsReader reader = new ResultsReader(configuration);
    configuration.getReaders().forEach(r -> r.readResults(configuration, reader, run));
    for (JsonNode played : record(run).path("cases")) {
      result(played).ifPresent(reader::visitTestResult);
    }
    if (reader.launch().getAllResults().isEmpty()) {
      return;
    }
    HistoryStore store = new HistoryStore(history);
    configuration
        .getExtensions(Aggregator2.class)
        .forEach(a -> a.aggregate(configuration, List.of(reader.launch()), store));
  }

  /** What cannot be read, since another version wrote it or only half of it, tells of no case. */
  private JsonNode record(Path run) throws IOException {
    ObjectMapper json = configuration.requireContext(JacksonContext.class).getValue();
    try {
      return json.readTree(run.resolve("run.json").toFile());
    } catch (JsonProcessingException e) {
      return json.missingNode();
    }
  }

  private Optional<TestResult> result(JsonNode played) {
    try {
      return Optional.of(read(played));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private TestResult read(JsonNode played) {
    String id = played.path("id").asText();
    long start = Instant.parse(played.path("started").asText()).toEpochMilli();
    long stop = start + Math.round(played.path("ms").asDouble());
    JsonNode finding = played.path("findings").path(0);
    return new TestResult()
        .setUid(configuration.requireContext(RandomUidContext.class).getValue().get())
        .setName(played.path("title").asText())
        .setFullName(id)
        .setHistoryId(AllureCase.identity(id))
        .setStatus(Status.valueOf(played.path("verdict").asText().toUpperCase(Locale.ROOT)))
        .setTime(Time.create(start, stop))
        .setStatusMessage(message(played, finding))
        .setStatusTrace(Categories.row(finding.path("diagnosis").asText("")));
  }

  private static String message(JsonNode played, JsonNode finding) {
    return finding.isMissingNode()
        ? played.path("skip").asText("")
        : finding.path("prefix").asText()
            + ": expected "
            + finding.path("expected").asText()
            + ", "
            + finding.path("actual").asText();
  }
}
