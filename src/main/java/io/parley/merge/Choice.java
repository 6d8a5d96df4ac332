package io.parley.merge;

import io.parley.model.Shard;
import io.parley.record.RecordedCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which play of each case counts, and what is missing.
 *
 * @param folders the runs
 * @param cases each once, in the order of the scenarios
 * @param twice how many were in several runs
 */
record Choice(List<RunFolder> folders, List<Chosen> cases, int twice) {

  /** Chooses among runs that are parts of one. */
  static Choice of(List<RunFolder> folders) {
    Map<String, Chosen> byId = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (RunFolder folder : folders) {
      for (RecordedCase recorded : folder.run().cases()) {
        byId.merge(
            recorded.id(),
            Chosen.of(folder, recorded),
            (before, now) -> {
              twice.add(recorded.id());
              return before.or(now);
            });
      }
    }
    List<Chosen> cases = new ArrayList<>(byId.values());
    Map<String, Integer> order = order(folders);
    cases.sort(Comparator.comparing(c -> order.getOrDefault(c.recorded().id(), Integer.MAX_VALUE)));
    return new Choice(folders, List.copyOf(cases), twice.size());
  }

  private static Map<String, Integer> order(List<RunFolder> folders) {
    Map<String, Integer> out = new HashMap<>();
    all(folders).forEach(id -> out.put(id, out.size()));
    return out;
  }

  private static List<String> all(List<RunFolder> folders) {
    return folders.get(0).part().map(Part::all).orElse(List.of());
  }

  /** Identities of the cases of all shards that no run has; empty where these are no shards. */
  List<String> missing() {
    Set<String> there = ids(cases.stream().map(Chosen::recorded).toList());
    return all(folders).stream().filter(id -> !there.contains(id)).toList();
  }

  /** How many cases no run has, named or not. */
  int missingCount() {
    return all(folders).isEmpty()
        ? folders.stream().mapToInt(this::unfinished).sum()
        : missing().size();
  }

  /** The shards that no run is of. */
  List<Shard> missingShards() {
    Optional<Part> part = folders.get(0).part();
    if (part.isEmpty()) {
      return List.of();
    }
    int total = part.get().shard().total();
    Set<Integer> there = new HashSet<>();
    folders.forEach(f -> f.part().ifPresent(p -> there.add(p.shard().index())));
    return IntStream.rangeClosed(1, total)
        .filter(i -> !there.contains(i))
        .mapToObj(i -> new Shard(i, total))
        .toList();
  }

  /** Whether a run was interrupted or killed, and what it left out was not made up for. */
  boolean isInterrupted() {
    return cases.stream().anyMatch(Chosen::isCutOff)
        || folders.stream().anyMatch(f -> !f.run().isComplete() && leavesOut(f));
  }

  private boolean leavesOut(RunFolder folder) {
    List<String> missing = missing();
    return folder
        .part()
        .map(p -> missing.stream().anyMatch(id -> p.shard().holds(id)))
        .orElse(unfinished(folder) > 0);
  }

  /**
   * How many cases a run that is no shard did not come to; none where another run has all that this
   * one was to play.
   */
  private int unfinished(RunFolder folder) {
    List<RecordedCase> played = folder.run().cases();
    int planned = folder.run().planned().orElse(played.size());
    boolean covered =
        folders.stream()
            .filter(f -> f != folder)
            .map(f -> ids(f.run().cases()))
            .anyMatch(ids -> ids.size() >= planned && ids.containsAll(ids(played)));
    return covered ? 0 : Math.max(0, planned - played.size());
  }

  private static Set<String> ids(List<RecordedCase> cases) {
    Set<String> out = new HashSet<>();
    cases.forEach(c -> out.add(c.id()));
    return out;
  }
}
