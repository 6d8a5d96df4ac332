package io.parley.run;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finished calls, written in batches and counted; none is kept. */
final class ServedResults {
  private static final int BATCH = 200;
  private static final int WRITERS = 2;
  private static final Duration EVERY = Duration.ofMillis(500);

  private final RetoldCases retold;
  private final List<CaseResult> unwritten = new ArrayList<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<Verdict, Integer> besides = new EnumMap<>(Verdict.class);
  private Instant written = Instant.now();

  ServedResults(RetoldCases retold) {
    this.retold = retold;
  }

  void add(CaseResult result) {
    unwritten.add(result);
    verdicts.merge(result.verdict(), 1, Integer::sum);
  }

  /** Something for the reports that is no call. */
  void addBesides(CaseResult result) {
    unwritten.add(result);
    besides.merge(result.verdict(), 1, Integer::sum);
  }

  /** Writes what has come together, once it is worth it. */
  void write(Instant now) {
    if (unwritten.size() >= BATCH || Duration.between(written, now).compareTo(EVERY) > 0) {
      writeAll();
      written = now;
    }
  }

  void writeAll() {
    retold.tell(unwritten, WRITERS);
    unwritten.clear();
  }

  /** How many calls. */
  int count() {
    return sum(verdicts);
  }

  /** How much else. */
  int besides() {
    return sum(besides);
  }

  private static int sum(Map<Verdict, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  int passed() {
    return verdicts.getOrDefault(Verdict.PASSED, 0);
  }

  Set<Verdict> verdicts() {
    Set<Verdict> out = EnumSet.noneOf(Verdict.class);
    out.addAll(verdicts.keySet());
    out.addAll(besides.keySet());
    return out;
  }
}
