package io.parley.result;

import java.time.Instant;
import java.util.List;
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
 * @param before what the program said that was started before it
 * @param shard which part of a larger run it is; empty = the whole
 * @param notes what its user had to say, above all what was changed before it
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
    Optional<ShardInfo> shard,
    List<String> notes) {

  /** A whole run, of which its user had nothing to say. */
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
        target,
        targetAddress,
        software,
        version,
        cases,
        started,
        labels,
        before,
        Optional.empty(),
        List.of());
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
        target, targetAddress, software, version, cases, started, labels, before, of, notes);
  }

  /** The same with what its user had to say. */
  public RunInfo noting(List<String> words) {
    return new RunInfo(
        target, targetAddress, software, version, cases, started, labels, before, shard, words);
  }
}
