package io.parley.play;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is about.
 *
 * @param target name of the target
 * @param targetAddress where it is, as text
 * @param software the target's software, if it told
 * @param version version of this tool
 * @param cases how many cases are to be played, skipped ones included
 * @param started when the run began
 * @param labels free labels of the run
 * @param before what the program said that was started before it, secrets masked
 * @param shard which part of a larger run it is; empty = the whole
 */
public record RunInfo(
    String target,
    String targetAddress,
    Optional<String> software,
    String version,
    int cases,
    Instant started,
    Map<String, String> labels,
    Optional<HookOutput> before,
    Optional<ShardInfo> shard) {

  /** A whole run. */
  public RunInfo(
      String target,
      String targetAddress,
      Optional<String> software,
      String version,
      int cases,
      Instant started,
      Map<String, String> labels,
      Optional<HookOutput> before) {
    this(
        target, targetAddress, software, version, cases, started, labels, before, Optional.empty());
  }

  /** A run before which no program was started. */
  public RunInfo(
      String target,
      String targetAddress,
      Optional<String> software,
      String version,
      int cases,
      Instant started,
      Map<String, String> labels) {
    this(target, targetAddress, software, version, cases, started, labels, Optional.empty());
  }

  /** The same as a part of a larger run. */
  public RunInfo part(Optional<ShardInfo> of) {
    return new RunInfo(
        target, targetAddress, software, version, cases, started, labels, before, of);
  }
}
