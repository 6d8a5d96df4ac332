package io.parley.run;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Digest;
import io.parley.model.Shard;
import io.parley.result.CaseResult;
import io.parley.result.ShardInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cases that the user selected, and the part of them that this run plays.
 *
 * @param all of all parts
 * @param shard the part of this run; empty = all of them
 */
record Selected(List<Case> all, Optional<Shard> shard) {

  /** The cases of this run. */
  List<Case> cases() {
    return all.stream().filter(c -> shard.map(s -> s.holds(c.id())).orElse(true)).toList();
  }

  /** What the other parts need to know. */
  Optional<ShardInfo> info() {
    return shard.map(s -> new ShardInfo(s, all.stream().map(Case::id).toList(), digest()));
  }

  /**
   * What came late is a case of each part of a run, so its identity says which; a whole run has
   * one.
   */
  CaseResult late(CaseResult result) {
    return shard.map(s -> result.as(named(result.played(), s))).orElse(result);
  }

  private static Case named(Case late, Shard shard) {
    CaseId id =
        CaseId.of(late.id().scenario(), Map.of("shard", shard.toString()), late.id().profile());
    return new Case(id, late.scenario(), late.expected(), late.skip());
  }

  private String digest() {
    return Digest.of(
        all.stream()
            .map(c -> c.scenario().text())
            .distinct()
            .sorted()
            .collect(Collectors.joining("\0")));
  }
}
