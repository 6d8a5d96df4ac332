package io.parley.cli;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many cases ended how.
 *
 * @param byVerdict number of cases; a verdict that did not occur is absent
 * @param flaky how many of those that passed did so only when played again
 */
record Counts(Map<Verdict, Integer> byVerdict, int flaky) {
  static final Counts NONE = new Counts(Map.of(), 0);

  /** Counts results. */
  static Counts of(Collection<CaseResult> results) {
    return results.stream().reduce(NONE, Counts::and, (a, b) -> b);
  }

  /** One more. */
  Counts and(CaseResult result) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    counts.putAll(byVerdict);
    counts.merge(result.verdict(), 1, Integer::sum);
    return new Counts(counts, flaky + (result.flaky() ? 1 : 0));
  }

  /** How many cases ended this way. */
  int count(Verdict verdict) {
    return byVerdict.getOrDefault(verdict, 0);
  }

  /** All of them. */
  int total() {
    return byVerdict.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * {@code 39 passed, 1 flaky, 2 failed}; what did not occur is left out, except {@code 0 passed}.
   */
  String text(Palette palette) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      boolean passed = verdict == Verdict.PASSED;
      int count = count(verdict) - (passed ? flaky : 0);
      if (count > 0 || passed) {
        String word = verdict.name().toLowerCase(Locale.ROOT);
        parts.add(palette.inColourOf(verdict, count + " " + word));
      }
      if (passed && flaky > 0) {
        parts.add(palette.warn(flaky + " flaky"));
      }
    }
    return String.join(", ", parts);
  }
}
