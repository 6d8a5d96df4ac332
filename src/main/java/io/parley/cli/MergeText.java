package io.parley.cli;

import io.parley.merge.MergeOutcome;
import io.parley.model.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a merge has to say before and after the summary of its cases.
 *
 * @param outcome what was merged
 */
record MergeText(MergeOutcome outcome) {
  private static final int NAMED = 10;

  /** The runs, and what is odd about them. */
  List<String> beginning() {
    List<String> out = new ArrayList<>(outcome.merged());
    outcome.remarks().forEach(r -> out.add("note: " + r));
    return out;
  }

  /**
   * What is missing; no lines where nothing is.
   *
   * @param partial whether that is all right
   */
  List<String> end(boolean partial) {
    if (outcome.missing() == 0) {
      return outcome.interrupted() ? List.of("incomplete: a run was interrupted") : List.of();
    }
    List<String> out = new ArrayList<>();
    out.add(
        "incomplete: "
            + outcome.missing()
            + (outcome.missing() == 1 ? " case is" : " cases are")
            + " in none of these runs"
            + shards());
    outcome.named().stream().limit(NAMED).forEach(id -> out.add("  " + id));
    if (outcome.named().size() > NAMED) {
      out.add("  and " + (outcome.named().size() - NAMED) + " more");
    }
    if (!partial) {
      out.add("Play what is missing and merge again, or take what there is: --partial");
    }
    return out;
  }

  private String shards() {
    return outcome.shards().isEmpty()
        ? ""
        : outcome.shards().stream()
            .map(Shard::toString)
            .collect(Collectors.joining(", ", "; there is no run of shard ", ""));
  }
}
