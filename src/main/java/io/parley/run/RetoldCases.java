package io.parley.run;

import io.parley.model.Case;
import io.parley.report.allure.Reports;
import io.parley.result.CaseResult;
import io.parley.result.RunListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cases that are over already, told to the reports as if TestNG had played them: each is an
 * invocation of its own, since a report takes its results from there.
 *
 * @param listeners told of each case
 * @param reports whose listener writes the results
 * @param scratch where TestNG may write
 */
record RetoldCases(RunListener listeners, Reports reports, Path scratch) {

  void tell(List<CaseResult> results, int workers) {
    if (results.isEmpty()) {
      return;
    }
    Map<Case, CaseResult> known = new LinkedHashMap<>();
    results.forEach(r -> known.put(r.played(), r));
    Function<Case, CaseResult> tell =
        c -> {
          listeners.caseStarted(c);
          listeners.caseFinished(known.get(c));
          return known.get(c);
        };
    new CaseSuite(List.copyOf(known.keySet()), workers, reports.testNgListener())
        .run(tell, scratch);
  }
}
