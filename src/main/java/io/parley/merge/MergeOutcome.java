package io.parley.merge;

import io.parley.model.Shard;
import io.parley.result.CaseResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs that were merged.
 *
 * @param merged a line for each run, in the order in which the user named them
 * @param remarks what is odd about them and was put up with
 * @param results every case once, in the order of the scenarios, without messages
 * @param took from the first case to the end of the last
 * @param reports what was written, by what it is, in the order to show
 * @param missing how many cases no run has
 * @param named the identities of those, where they are known
 * @param shards the shards that no run is of
 * @param interrupted whether an interruption or a kill left cases out
 */
public record MergeOutcome(
    List<String> merged,
    List<String> remarks,
    List<CaseResult> results,
    Duration took,
    Map<String, Path> reports,
    int missing,
    List<String> named,
    List<Shard> shards,
    boolean interrupted) {}
