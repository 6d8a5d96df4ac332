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

  /** A run to be filled in: of that version at that target, begun then. */
  public static RunInfoBuilder of(
      String target, String targetAddress, String version, Instant started) {
    return new RunInfoBuilder(target, targetAddress, version, started);
  }

  /** A copy to be changed. */
  public RunInfoBuilder but() {
    return new RunInfoBuilder(this);
  }
}
