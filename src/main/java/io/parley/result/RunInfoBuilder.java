package io.parley.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run is about, piece by piece: what is not said is empty, and of no cases. */
public final class RunInfoBuilder {
  private final String target;
  private final String targetAddress;
  private Optional<String> software = Optional.empty();
  private final String version;
  private int cases;
  private final Instant started;
  private Map<String, String> labels = Map.of();
  private Optional<HookOutput> before = Optional.empty();
  private Optional<ShardInfo> shard = Optional.empty();
  private List<String> notes = List.of();

  RunInfoBuilder(String target, String targetAddress, String version, Instant started) {
    this.target = target;
    this.targetAddress = targetAddress;
    this.version = version;
    this.started = started;
  }

  /** One that begins as a copy. */
  RunInfoBuilder(RunInfo from) {
    target = from.target();
    targetAddress = from.targetAddress();
    software = from.software();
    version = from.version();
    cases = from.cases();
    started = from.started();
    labels = from.labels();
    before = from.before();
    shard = from.shard();
    notes = from.notes();
  }

  /** The target's software, if it told. */
  public RunInfoBuilder software(Optional<String> value) {
    software = value;
    return this;
  }

  /** How many cases are to be played, skipped ones included. */
  public RunInfoBuilder cases(int value) {
    cases = value;
    return this;
  }

  /** Free labels of the run. */
  public RunInfoBuilder labels(Map<String, String> value) {
    labels = value;
    return this;
  }

  /** What the program said that was started before it. */
  public RunInfoBuilder before(Optional<HookOutput> value) {
    before = value;
    return this;
  }

  /** Which part of a larger run it is. */
  public RunInfoBuilder shard(Optional<ShardInfo> value) {
    shard = value;
    return this;
  }

  /** What its user had to say. */
  public RunInfoBuilder notes(List<String> value) {
    notes = value;
    return this;
  }

  /** The finished record. */
  public RunInfo build() {
    return new RunInfo(
        target, targetAddress, software, version, cases, started, labels, before, shard, notes);
  }
}
