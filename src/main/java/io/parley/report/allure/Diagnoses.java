package io.parley.report.allure;

import io.parley.model.Finding;
import io.parley.result.CaseResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The diagnoses that the findings of a run were given, and how many cases each has hit. */
final class Diagnoses {
  private final Map<String, Integer> cases = new HashMap<>();

  synchronized void add(CaseResult result) {
    result.findings().stream()
        .map(Finding::diagnosis)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(name -> cases.merge(name, 1, Integer::sum));
  }

  /** All names, the one that hit most cases first. */
  synchronized List<String> all() {
    return cases.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
