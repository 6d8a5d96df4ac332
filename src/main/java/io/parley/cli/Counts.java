package io.parley.cli;

import io.parley.model.Verdict;
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
 */
record Counts(Map<Verdict, Integer> byVerdict) {

  /** Counts verdicts. */
  static Counts of(Collection<Verdict> verdicts) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    verdicts.forEach(v -> counts.merge(v, 1, Integer::sum));
    return new Counts(counts);
  }

  /** How many cases ended this way. */
  int count(Verdict verdict) {
    return byVerdict.getOrDefault(verdict, 0);
  }

  /** All of them. */
  int total() {
    return byVerdict.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** {@code 40 passed, 2 failed}; what did not occur is left out, except {@code 0 passed}. */
  String text(Palette palette) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      if (count(verdict) > 0 || verdict == Verdict.PASSED) {
        String word = verdict.name().toLowerCase(Locale.ROOT);
        parts.add(palette.inColourOf(verdict, count(verdict) + " " + word));
      }
    }
    return String.join(", ", parts);
  }
}
