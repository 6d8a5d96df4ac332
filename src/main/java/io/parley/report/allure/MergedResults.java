package io.parley.report.allure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.report.Copies;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * {@code allure-results/} and {@code allure-report/} put together from those of several runs. The
 * history is that of the folder they are put into, as it is for a run.
 */
public final class MergedResults {
  private static final String RESULT = "-result.json";
  private static final String ENVIRONMENT = "environment.properties";

  private final Path out;
  private final Path results;
  private final Map<String, Set<String>> environment = new TreeMap<>(Environment.ORDER);
  private final ObjectMapper json = new ObjectMapper();

  /** Results under that folder of {@code --out}. */
  public MergedResults(Path out) {
    this.out = out;
    this.results = out.resolve("allure-results");
  }

  /**
   * Clears what an earlier run left there and keeps its history.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public void begin() {
    try {
      EarlierRun.clear(out);
      Files.createDirectories(results);
    } catch (IOException e) {
      throw new UncheckedIOException(
          out + ": cannot be written (" + e.getMessage() + "). Name another folder with --out", e);
    }
  }

  /**
   * Takes results over, with their attachments.
   *
   * @param from the folder of a run
   * @param wanted which cases, by their identity
   * @return the cases that it has
   */
  public Set<String> take(Path from, Predicate<String> wanted, Copies copies) {
    Path theirs = from.resolve("allure-results");
    environment(theirs.resolve(ENVIRONMENT));
    Set<String> taken = new TreeSet<>();
    for (Path file : Folder.list(theirs)) {
      if (file.getFileName().toString().endsWith(RESULT)) {
        JsonNode result = read(file);
        String id = result.path("fullName").asText();
        if (wanted.test(id)) {
          taken.add(id);
          copies.copy(file, results.resolve(file.getFileName()));
          result.findValues("source").forEach(s -> attachment(theirs, s.asText(), copies));
        }
      }
    }
    return taken;
  }

  private void attachment(Path theirs, String source, Copies copies) {
    Path file = theirs.resolve(source);
    if (theirs.equals(file.getParent()) && Files.isRegularFile(file)) {
      copies.copy(file, results.resolve(source));
    }
  }

  /** What was cut off while it was written is no result. */
  private JsonNode read(Path file) {
    try {
      return json.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      return json.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private void environment(Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    Properties values = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException e) {
      // Half-written, by a run that was killed: the others say the same of the target.
      return;
    }
    values.forEach(
        (name, value) ->
            environment
                .computeIfAbsent(name.toString(), n -> new LinkedHashSet<>())
                .add(value.toString()));
  }

  /**
   * Writes what is said of the run as a whole, and the HTML.
   *
   * @param run what is known of it
   * @param told its cases
   * @param html whether the report is made
   */
  public void end(RunInfo run, Collection<CaseResult> told, boolean html) {
    Map<String, String> values = new TreeMap<>(Environment.ORDER);
    environment.forEach((name, each) -> values.put(name, String.join(", ", each)));
    values.put("started", run.started().toString());
    Diagnoses diagnoses = new Diagnoses();
    told.forEach(diagnoses::add);
    int order = History.under(out).latestOrder() + 1;
    text(ENVIRONMENT, new Environment(values).properties());
    text("executor.json", Executor.of(System.getenv(), order, run).json());
    text("categories.json", Categories.json(diagnoses.all()));
    if (html) {
      AllureReport.generate(results, out.resolve("allure-report"), "Parley: " + run.target());
    }
  }

  private void text(String name, String text) {
    try {
      Files.writeString(results.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(
          results + ": cannot be written. Name another folder with --out", e);
    }
  }
}
