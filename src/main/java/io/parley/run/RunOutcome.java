package io.parley.run;

import io.parley.result.CaseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run that came to its end.
 *
 * @param code what the process tells its caller
 * @param results every case, in the order of the scenarios
 * @param took wall time from the first case to the last
 * @param reports what was written, by what it is, in the order to show
 * @param unwritten what of the reports could not be written, where and why; empty = all was
 */
public record RunOutcome(
    ExitCode code,
    List<CaseResult> results,
    Duration took,
    Map<String, Path> reports,
    Optional<String> unwritten) {

  /** A run whose reports are whole. */
  public RunOutcome(
      ExitCode code, List<CaseResult> results, Duration took, Map<String, Path> reports) {
    this(code, results, took, reports, Optional.empty());
  }

  /** The same with reports that are not: what passed is then not shown to have passed. */
  RunOutcome lacking(String what) {
    ExitCode honest = code == ExitCode.PASSED ? ExitCode.BROKEN : code;
    Map<String, Path> there = new LinkedHashMap<>(reports);
    there.values().removeIf(Files::notExists);
    return new RunOutcome(honest, results, took, there, Optional.of(what));
  }
}
