package io.parley.cli;

import io.parley.model.Case;
import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.Version;
import java.util.List;

/** {@code parley list}: the cases that would be played. */
final class ListCommand {
  private final Console console;

  ListCommand(Console console) {
    this.console = console;
  }

  /** Prints one case a line: its identity, what it is about, why it would be skipped. */
  ExitCode execute(RunOptions options) {
    List<Case> cases =
        new Parley(Version.text(), console::line).list(options.selection(), options.target());
    int width = cases.stream().mapToInt(c -> c.toString().length()).max().orElse(0);
    Palette palette = console.palette();
    for (Case listed : cases) {
      String skipped = listed.skip().map(s -> palette.faint("  (skipped: " + s + ")")).orElse("");
      String id = String.format("%-" + width + "s", listed);
      console.line(id + "  " + listed.scenario().title() + skipped);
    }
    console.error(total(cases, options.target()));
    return ExitCode.PASSED;
  }

  /** Beside the list, on the other stream, so that its lines can be counted. */
  private static String total(List<Case> cases, String target) {
    long skipped = cases.stream().filter(c -> c.skip().isPresent()).count();
    return "%d %s would be played at %s%s"
        .formatted(
            cases.size() - skipped,
            cases.size() - skipped == 1 ? "case" : "cases",
            target,
            skipped == 0 ? "" : ", " + skipped + " skipped");
  }
}
