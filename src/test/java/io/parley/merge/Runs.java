package io.parley.merge;

import io.parley.Scratch;
import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Shard;
import io.parley.report.SampleResults;
import io.parley.report.allure.SampleSuite;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.ShardInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folders of runs, written by the reports that a run writes.
 *
 * @param folder where they are
 * @param cases of all shards
 */
record Runs(Path folder, List<CaseResult> cases) {
  static final String SCENARIOS = "0123456789abcdef";

  /** Two dozen cases that ended in every way, one of them flaky. */
  static Runs create() throws IOException {
    List<CaseResult> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (CaseResult sample : SampleResults.all()) {
        all.add(named(sample, i));
      }
    }
    CaseResult passed = all.get(0);
    CaseResult failed = SampleResults.later(SampleResults.accepted(), -5000);
    all.set(0, passed.among(List.of(failed.as(passed.played()))));
    return new Runs(Scratch.folder("merge-"), List.copyOf(all));
  }

  private static CaseResult named(CaseResult sample, int number) {
    Case was = sample.played();
    CaseId id =
        CaseId.of(
            was.id().scenario() + "-" + sample.verdict().name().toLowerCase() + "-" + number,
            was.id().cell(),
            was.id().profile());
    return sample.as(new Case(id, was.scenario(), was.expected(), was.skip()));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** What a run over all of them writes. */
  Path whole(String name) {
    return written(name, info("embedded", cases.size()), cases, false);
  }

  Path shard(int index, int total) {
    return shard("shard-" + index, index, total, false);
  }

  Path shard(String name, int index, int total, boolean interrupted) {
    List<CaseResult> part = part(index, total);
    return written(
        name,
        info("embedded", part.size()).but().shard(info(index, total)).build(),
        part,
        interrupted);
  }

  List<CaseResult> part(int index, int total) {
    Shard shard = new Shard(index, total);
    return cases.stream().filter(c -> shard.holds(c.played().id())).toList();
  }

  /** What a shard knows of the others. */
  Optional<ShardInfo> info(int index, int total) {
    return Optional.of(
        new ShardInfo(
            new Shard(index, total), cases.stream().map(c -> c.played().id()).toList(), SCENARIOS));
  }

  static RunInfo info(String target, int cases) {
    return RunInfo.of(target, "127.0.3.1:5060", "0.1.0", Instant.parse("2026-11-20T09:59:59Z"))
        .software(Optional.of("Parley embedded SBC"))
        .cases(cases)
        .labels(Map.of("build", "7"))
        .build();
  }

  Path written(String name, RunInfo info, List<CaseResult> results, boolean interrupted) {
    SampleSuite.write(path(name), info, results, interrupted);
    return path(name);
  }
}
