package io.parley.compare;

import io.parley.record.RecordedCase;
import io.parley.record.RecordedRun;
import io.parley.record.UnreadableRunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to know about two runs before their differences are read. */
final class Remarks {
  private static final int EXAMPLES = 3;

  private final RecordedRun before;
  private final RecordedRun after;
  private final Map<String, RecordedCase> was;
  private final Map<String, RecordedCase> is;
  private final List<String> out = new ArrayList<>();

  Remarks(
      RecordedRun before,
      RecordedRun after,
      Map<String, RecordedCase> was,
      Map<String, RecordedCase> is) {
    this.before = before;
    this.after = after;
    this.was = was;
    this.is = is;
  }

  /**
   * All of them.
   *
   * @throws UnreadableRunException when the runs have no case in common
   */
  List<String> all() {
    if (was.keySet().stream().noneMatch(is::containsKey)) {
      throw new UnreadableRunException(nothingInCommon());
    }
    about("target", "the runs are of different targets", "what differs may be theirs");
    about("software", "the target's software changed", "");
    about("version", "the runs were made by different versions of Parley", "");
    incomplete(before, "the first run");
    incomplete(after, "the second run");
    order();
    scenarios();
    return out;
  }

  private String nothingInCommon() {
    return before.path()
        + " ("
        + was.size()
        + " cases) and "
        + after.path()
        + " ("
        + is.size()
        + " cases) have no case in common. Play the same scenarios in both runs";
  }

  private void about(String field, String words, String so) {
    Optional<String> a = before.about(field);
    Optional<String> b = after.about(field);
    if (!a.equals(b)) {
      out.add(
          words
              + ": "
              + a.orElse("unknown")
              + " before, "
              + b.orElse("unknown")
              + " after"
              + (so.isEmpty() ? "" : "; " + so));
    }
  }

  private void incomplete(RecordedRun run, String which) {
    if (run.format() < RecordedRun.FORMAT) {
      out.add(
          which
              + " was written by an older Parley (format "
              + run.format()
              + "), which kept verdict and status of a case and nothing else to compare");
    }
    if (run.isComplete()) {
      return;
    }
    String how =
        switch (run.end()) {
          case "interrupted" -> "was interrupted";
          case "running" -> "was killed, or goes on";
          default -> "is cut off (" + run.damage().orElse("no end") + ")";
        };
    out.add(
        which
            + " "
            + how
            + ": "
            + run.cases().size()
            + run.planned().map(p -> " of " + p).orElse("")
            + " cases are in it, and these are compared");
  }

  private void order() {
    String a = before.about("started").orElse("");
    String b = after.about("started").orElse("");
    boolean same = a.equals(b) && !a.isEmpty() && before.run().equals(after.run());
    if (same) {
      out.add("both are the same run");
    } else if (a.compareTo(b) > 0 && !b.isEmpty()) {
      out.add("the first run began after the second one: are they swapped?");
    }
  }

  private void scenarios() {
    List<String> changed =
        is.values().stream()
            .filter(c -> c.hash().isPresent())
            .filter(c -> was.containsKey(c.id()))
            .filter(c -> was.get(c.id()).hash().isPresent())
            .filter(c -> !was.get(c.id()).hash().equals(c.hash()))
            .map(RecordedCase::id)
            .toList();
    if (!changed.isEmpty()) {
      out.add(
          "the scenario of "
              + changed.size()
              + (changed.size() == 1 ? " case" : " cases")
              + " was changed between the runs, so what differs there may be the scenario's: "
              + String.join(", ", changed.subList(0, Math.min(EXAMPLES, changed.size())))
              + (changed.size() > EXAMPLES ? ", …" : ""));
    }
  }
}
