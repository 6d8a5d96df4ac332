package io.parley.cli;

import io.parley.model.Problem;
import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.Version;
import io.parley.scenario.Loaded;

/** {@code parley validate}: checks scenarios without sending anything. */
final class ValidateCommand {
  private final Console console;

  ValidateCommand(Console console) {
    this.console = console;
  }

  /**
   * Says how many scenarios are in order; problems end in a usage error, warnings with --strict.
   */
  ExitCode execute(RunOptions options) {
    Loaded loaded =
        new Parley(Version.text(), console::line).load(options.selection(), options.target());
    loaded.warnings().forEach(w -> console.error(warning(w)));
    int count = loaded.warnings().size();
    String warnings = count == 0 ? "" : count == 1 ? "; 1 warning" : "; " + count + " warnings";
    console.line(
        "no problems in %s; %s %s here%s"
            .formatted(
                several(loaded.files(), "scenario file"),
                loaded.files() == 1 ? "it makes" : "they make",
                several(loaded.cases().size(), "case"),
                warnings));
    return count > 0 && options.strict() ? ExitCode.USAGE : ExitCode.PASSED;
  }

  private static String several(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String warning(Problem warning) {
    String hint = warning.hint().map(h -> ". " + h).orElse("");
    return warning.at() + ": warning: " + warning.message() + hint;
  }
}
