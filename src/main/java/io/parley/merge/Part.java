package io.parley.merge;

import io.parley.model.Shard;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run says of itself as a part of a larger one.
 *
 * @param shard which part
 * @param scenarios a digest of the texts of all scenarios of all parts
 * @param all the identities of all cases of all parts, in the order of the scenarios
 */
record Part(Shard shard, String scenarios, List<String> all) {

  /** As {@code run.json} has it; empty where the run was no part, or does not say of what. */
  static Optional<Part> of(Map<String, Object> run) {
    if (run.get("shard") instanceof Map<?, ?> part
        && part.get("index") instanceof Integer index
        && part.get("total") instanceof Integer total
        && part.get("all") instanceof List<?> all
        && index >= 1
        && index <= total) {
      return Optional.of(
          new Part(
              new Shard(index, total),
              String.valueOf(part.get("scenarios")),
              all.stream().map(String::valueOf).toList()));
    }
    return Optional.empty();
  }
}
