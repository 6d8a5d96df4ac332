package io.parley.run;

import io.parley.play.CaseResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A run that came to its end.
 *
 * @param code what the process tells its caller
 * @param results every case, in the order of the scenarios
 * @param took wall time from the first case to the last
 * @param reports what was written, by what it is, in the order to show
 */
public record RunOutcome(
    ExitCode code, List<CaseResult> results, Duration took, Map<String, Path> reports) {}
