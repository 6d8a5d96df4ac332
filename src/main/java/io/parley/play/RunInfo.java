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
 */
public record RunInfo(
    String target,
    String targetAddress,
    Optional<String> software,
    String version,
    int cases,
    Instant started,
    Map<String, String> labels,
    Optional<HookOutput> before) {

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
}
