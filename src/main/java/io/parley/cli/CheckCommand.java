package io.parley.cli;

import io.parley.preflight.CheckLine;
import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.Version;

/** {@code parley check}: whether a target is ready, and what to change. */
final class CheckCommand {
  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  /** Prints each line as soon as it is known, and what it comes to. */
  ExitCode execute(RunOptions options) {
    CheckText text = new CheckText(console.palette());
    Parley parley = new Parley(Version.text(), console::line);
    ExitCode code = parley.check(options.profiles(), options.target(), l -> print(text, l));
    console.line(CheckText.end(code, options.target()));
    return code;
  }

  private void print(CheckText text, CheckLine line) {
    text.lines(line).forEach(console::line);
  }
}
