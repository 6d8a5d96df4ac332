package io.parley.compare;

import io.parley.record.RecordedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two runs held against each other.
 *
 * @param before the first run
 * @param after the second run
 * @param compared how many cases are in both and were played in both
 * @param cases those that differ, in the order of the second run, then those only in the first
 * @param accepted differences that somebody expects, with the reason
 * @param remarks what to know about both runs, in words
 */
public record RunComparison(
    RecordedRun before,
    RecordedRun after,
    int compared,
    List<ComparedCase> cases,
    List<Accepted> accepted,
    List<String> remarks) {

  /**
   * A difference that somebody expects.
   *
   * @param id the case
   * @param difference what differs
   * @param reason why that is right
   */
  public record Accepted(String id, Difference difference, String reason) {}

  /**
   * Cases that differ in the same thing.
   *
   * @param difference what differs
   * @param cases in which cases, by their ids
   */
  public record Group(Difference difference, List<String> cases) {}

  /** Whether something got worse. */
  public boolean regressed() {
    return count(Kind.REGRESSION) > 0;
  }

  /** Whether both runs are whole and nothing differs that is not accepted. */
  public boolean unchanged() {
    return cases.isEmpty() && before.isComplete() && after.isComplete();
  }

  /** How many differences of that kind there are. */
  public long count(Kind kind) {
    return cases.stream()
        .flatMap(c -> c.differences().stream())
        .filter(d -> d.kind() == kind)
        .count();
  }

  /** Differences by kind, the same ones of several cases as one. */
  public List<Group> groups() {
    Map<Difference, List<String>> out = new LinkedHashMap<>();
    for (ComparedCase c : cases) {
      for (Difference d : c.differences()) {
        out.computeIfAbsent(d, k -> new ArrayList<>()).add(c.id());
      }
    }
    return out.entrySet().stream()
        .map(e -> new Group(e.getKey(), List.copyOf(e.getValue())))
        .sorted(
            Comparator.comparing((Group g) -> g.difference().kind())
                .thenComparing(g -> -g.cases().size()))
        .toList();
  }
}
