package io.parley.cli;

import io.parley.model.Verdict;
import io.parley.preflight.CheckLine;
import io.parley.run.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a preflight as a terminal shows them.
 *
 * @param palette how words are coloured
 */
record CheckText(Palette palette) {

  /** What was found, and what to change. */
  List<String> lines(CheckLine line) {
    List<String> out = new ArrayList<>();
    String took = line.took().map(t -> palette.faint("  (" + words(t) + ")")).orElse("");
    String subject = String.format("%-13s", line.subject());
    out.add(state(line.state()) + "  " + subject + " " + line.found() + took);
    line.change().ifPresent(c -> out.add(" ".repeat(8) + c));
    return out;
  }

  /** What it comes to. */
  static String end(ExitCode code, String target) {
    return switch (code) {
      case PASSED -> "ready: ./parley run --target " + target;
      case BROKEN -> "not ready: the target cannot be reached";
      case FAILED -> "not ready: the target does not do what a good call needs";
      case USAGE -> "not ready: the target file must be changed";
      case INTERRUPTED -> "interrupted";
    };
  }

  private String state(CheckLine.State state) {
    return switch (state) {
      case OK -> "ok    ";
      case NOTE -> "note  ";
      case WRONG -> palette.verdict(Verdict.FAILED);
      case UNREACHABLE, SETUP -> palette.verdict(Verdict.BROKEN);
    };
  }

  private static String words(Duration time) {
    return time.toMillis() < 1000
        ? time.toMillis() + " ms"
        : String.format(java.util.Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
