package io.parley.cli;

import io.parley.merge.Merge;
import io.parley.merge.MergeOutcome;
import io.parley.merge.MergeRefusedException;
import io.parley.merge.MergeRequest;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.run.ExitCode;
import io.parley.run.OutputFolder;
import io.parley.run.UsageException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** {@code parley merge}: runs that each played a part, as if one run had played all. */
final class MergeCommand {
  private final Console console;

  MergeCommand(Console console) {
    this.console = console;
  }

  /** Merges, prints what a run would have printed at its end, and ends as it would have. */
  ExitCode execute(ParseResult parsed) {
    Given given = new Given(parsed);
    MergeOutcome outcome = merged(request(parsed, given));
    MergeText text = new MergeText(outcome);
    text.beginning().forEach(console::line);
    new Summary(console.palette())
        .lines(outcome.results(), outcome.took(), outcome.reports())
        .forEach(console::line);
    boolean partial = given.has("--partial");
    text.end(partial).forEach(console::line);
    return code(outcome, partial, given.has("--fail-on-flaky"));
  }

  private static MergeRequest request(ParseResult parsed, Given given) {
    List<String> folders = parsed.matchedPositionalValue(0, List.<String>of());
    if (folders.isEmpty()) {
      throw new UsageException(
          "merge: expected the folders of the runs, as './parley run --out' wrote them");
    }
    return new MergeRequest(
        folders.stream().map(Given::path).toList(),
        Given.path(given.value("--out", "reports")),
        !given.has("--no-html"));
  }

  private static MergeOutcome merged(MergeRequest request) {
    try {
      OutputFolder.require(request.out());
      return Merge.of(request);
    } catch (MergeRefusedException e) {
      throw new UsageException(e.lines());
    } catch (UncheckedIOException e) {
      throw new UsageException("merge: " + e.getMessage());
    }
  }

  /** What is missing makes the result worse than the cases that are there, unless it may. */
  static ExitCode code(MergeOutcome outcome, boolean partial, boolean failOnFlaky) {
    List<Verdict> verdicts = outcome.results().stream().map(CaseResult::verdict).toList();
    ExitCode code = ExitCode.of(verdicts);
    if (!partial && outcome.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    if (!partial && outcome.missing() > 0 && code != ExitCode.FAILED) {
      return ExitCode.BROKEN;
    }
    boolean flaky = outcome.results().stream().anyMatch(CaseResult::flaky);
    return code == ExitCode.PASSED && flaky && failOnFlaky ? ExitCode.FAILED : code;
  }
}
