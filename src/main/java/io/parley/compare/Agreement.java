package io.parley.compare;

import io.parley.model.Verdict;
import io.parley.record.RecordedCase;
import io.parley.record.RecordedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What two targets did with the same cases, each as its scenario allows: where they are not alike,
 * the reason why both may be right.
 *
 * @param rows one for each case, by its identity
 * @param unneeded scenarios for which there is a reason and no difference
 */
public record Agreement(List<Row> rows, List<String> unneeded) {

  /**
   * One case.
   *
   * @param id its identity
   * @param one the final status at the first target, or the verdict where that is no pass
   * @param other the same at the second
   * @param why why they differ; empty = they do not
   * @param explained whether they are alike, or it is known why not
   */
  public record Row(String id, String one, String other, String why, boolean explained) {}

  private static final String ABSENT = "absent";

  /**
   * Holds two runs together.
   *
   * @param reasons by scenario, why both targets are right in different ways
   */
  public static Agreement of(RecordedRun one, RecordedRun other, Map<String, String> reasons) {
    Map<String, RecordedCase> first = byId(one);
    Map<String, RecordedCase> second = byId(other);
    Set<String> ids = new TreeSet<>(first.keySet());
    ids.addAll(second.keySet());
    Set<String> unneeded = new TreeSet<>(reasons.keySet());
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      Row row = row(id, first.get(id), second.get(id), reasons);
      rows.add(row);
      if (row.why().startsWith("* ")) {
        unneeded.remove(scenario(id));
      }
    }
    return new Agreement(List.copyOf(rows), List.copyOf(unneeded));
  }

  private static Map<String, RecordedCase> byId(RecordedRun run) {
    Map<String, RecordedCase> out = new TreeMap<>();
    run.cases().forEach(c -> out.put(c.id(), c));
    return out;
  }

  private static Row row(
      String id, RecordedCase one, RecordedCase other, Map<String, String> reasons) {
    String ours = what(one);
    String theirs = what(other);
    if (ours.equals(theirs)) {
      return new Row(id, ours, theirs, "", true);
    }
    String skip = skip(one) + skip(other);
    if (!skip.isEmpty()) {
      return new Row(id, ours, theirs, skip, true);
    }
    String reason = reasons.get(scenario(id));
    return new Row(id, ours, theirs, "* " + (reason == null ? "???" : reason), reason != null);
  }

  private static String scenario(String id) {
    return id.replaceAll("[@\\[].*", "");
  }

  private static String what(RecordedCase played) {
    if (played == null) {
      return ABSENT;
    }
    Object status = played.fields().get("status");
    return played.verdict() == Verdict.PASSED && status != null
        ? status.toString()
        : played.text("verdict").orElse(ABSENT);
  }

  private static String skip(RecordedCase played) {
    return played == null ? "" : played.text("skip").orElse("");
  }

  /** Whether every difference has a reason, and every reason a difference. */
  public boolean isWhole() {
    return unneeded.isEmpty() && rows.stream().allMatch(Row::explained);
  }
}
