package io.parley.cli;

import io.parley.compare.Acceptances;
import io.parley.compare.Comparer;
import io.parley.compare.ComparisonJson;
import io.parley.compare.ComparisonPage;
import io.parley.compare.Noise;
import io.parley.compare.RunComparison;
import io.parley.model.Problem;
import io.parley.record.RecordedRun;
import io.parley.record.UnreadableRunException;
import io.parley.run.ExitCode;
import io.parley.run.UsageException;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@code parley compare}: what a change did. */
final class CompareCommand {
  private final Console console;
  private final Clock clock;

  /**
   * The command.
   *
   * @param clock says on which day acceptances must hold
   */
  CompareCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  /**
   * Compares two runs.
   *
   * @return passed where nothing got worse, failed where something did, usage where there is
   *     nothing to compare
   */
  ExitCode execute(CompareOptions options) {
    // A large file takes most of the time, and there are two: one is read beside all else.
    CompletableFuture<RecordedRun> first =
        CompletableFuture.supplyAsync(() -> RecordedRun.read(options.before()));
    Problems problems = new Problems();
    Noise noise = Noise.load(options.noise(), problems);
    Acceptances acceptances = Acceptances.load(options.accept(), LocalDate.now(clock), problems);
    if (!problems.isEmpty()) {
      throw new UsageException(problems.list().stream().map(Problem::toString).toList());
    }
    try {
      RecordedRun after = RecordedRun.read(options.after());
      Comparer comparer = new Comparer(first.join(), after, noise);
      return told(acceptances.apply(comparer.compare()), options);
    } catch (UnreadableRunException e) {
      throw new UsageException(e.getMessage());
    } catch (CompletionException e) {
      throw e.getCause() instanceof UnreadableRunException u
          ? new UsageException(u.getMessage())
          : e;
    }
  }

  private ExitCode told(RunComparison comparison, CompareOptions options) {
    options.html().ifPresent(file -> write(file, ComparisonPage.of(comparison)));
    if (options.json()) {
      console.line(ComparisonJson.of(comparison));
    } else {
      new RunComparisonText(console.palette()).lines(comparison).forEach(console::line);
      options.html().ifPresent(file -> console.line("page      " + file));
    }
    return comparison.regressed() || options.strict() && !comparison.unchanged()
        ? ExitCode.FAILED
        : ExitCode.PASSED;
  }

  private static void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UsageException(
          "--html: " + file + " cannot be written (" + e.getMessage() + "). Name another file");
    }
  }
}
