package io.parley.cli;

import io.parley.model.Verdict;
import io.parley.report.Secrets;
import io.parley.result.RunListener;
import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.RunOutcome;
import io.parley.run.RunRequest;
import io.parley.run.StopSwitch;
import io.parley.run.Version;

/** {@code parley run}: plays scenarios and says how they went. */
final class RunCommand {
  private final Console console;

  RunCommand(Console console) {
    this.console = console;
  }

  /** Plays, prints, and tells how the process ends. */
  ExitCode execute(RunOptions options) {
    RunRequest request = options.request();
    if (options.dryRun()) {
      return new ListCommand(console).execute(options);
    }
    StopSwitch stop = new StopSwitch();
    new SignalTrap(stop, console).install();
    RunListener display = display(options.verbose(), request);
    RunOutcome outcome = new Parley(Version.text(), console::line).run(request, display, stop);
    new Summary(console.palette())
        .lines(outcome.results(), outcome.took(), outcome.reports())
        .forEach(console::line);
    outcome.unwritten().ifPresent(u -> console.error("parley: the reports are not whole: " + u));
    if (outcome.code() == ExitCode.PASSED && allSkipped(outcome)) {
      console.line(
          "shard "
              + request.selection().shard().orElseThrow()
              + " has nothing to play; the other shards may");
    }
    return outcome.code();
  }

  /** Good only for a shard; a whole run without anything to play is a usage error. */
  private static boolean allSkipped(RunOutcome outcome) {
    return outcome.results().stream().allMatch(r -> r.verdict() == Verdict.SKIPPED);
  }

  private RunListener display(boolean verbose, RunRequest request) {
    Progress progress = new Progress(console, System::nanoTime);
    Secrets secrets = request.output().secrets();
    boolean oneByOne = request.workers().orElse(0) == 1;
    return verbose ? new Messages(console, secrets, progress, oneByOne) : progress;
  }
}
