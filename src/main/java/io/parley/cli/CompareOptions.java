package io.parley.cli;

import io.parley.run.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * Which runs are to be compared, and how.
 *
 * @param before folder or file of the first run
 * @param after folder or file of the second run
 * @param accept files of expected differences
 * @param noise files of what differs anyway
 * @param html where a page goes
 * @param json whether a program reads the answer
 * @param strict whether any difference fails
 */
record CompareOptions(
    Path before,
    Path after,
    List<Path> accept,
    List<Path> noise,
    Optional<Path> html,
    boolean json,
    boolean strict) {

  /** Reads the command line. */
  static CompareOptions of(ParseResult parsed) {
    Given given = new Given(parsed);
    List<String> runs = parsed.matchedPositionalValue(0, List.of());
    if (runs.size() != 2) {
      throw new UsageException(
          "compare: expected two runs, BEFORE and AFTER: the folders that 'run --out' wrote");
    }
    return new CompareOptions(
        Given.path(runs.get(0)),
        Given.path(runs.get(1)),
        paths(given, "--accept"),
        paths(given, "--noise"),
        given.value("--html").map(Given::path),
        given.has("--json"),
        given.has("--strict"));
  }

  private static List<Path> paths(Given given, String option) {
    return given.values(option).stream().map(Given::path).toList();
  }
}
