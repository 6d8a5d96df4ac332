package io.parley.cli;

import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.scenario.Loaded;

/** {@code parley validate}: checks scenarios without sending anything. */
final class ValidateCommand {
  private final Console console;

  ValidateCommand(Console console) {
    this.console = console;
  }

  /** Says how many scenarios are in order; problems end in a usage error. */
  ExitCode execute(RunOptions options) {
    Loaded loaded =
        new Parley(Version.text(), console::line).load(options.selection(), options.target());
    console.line(
        "no problems in %d scenario files; they make %d cases here"
            .formatted(loaded.files(), loaded.cases().size()));
    return ExitCode.PASSED;
  }
}
