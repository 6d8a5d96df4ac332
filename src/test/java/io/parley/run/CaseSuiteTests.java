package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.testng.ITestNGListener;
import org.testng.annotations.Test;

public class CaseSuiteTests {
  private static final Path SCRATCH = Path.of("target", "suite-scratch");
  private static final ITestNGListener NOBODY = new ITestNGListener() {};

  @Test
  public void everyCaseIsPlayedOnceWhateverItsVerdict() {
    List<Case> cases = cases(40);
    Set<Case> played = ConcurrentHashMap.newKeySet();

    new CaseSuite(cases, 4, NOBODY)
        .run(
            c -> {
              assertThat(played.add(c)).as("%s played twice", c).isTrue();
              return verdictByNumber(c);
            },
            SCRATCH);

    assertThat(played).containsExactlyInAnyOrderElementsOf(cases);
  }

  @Test
  public void asManyCasesArePlayedAtOnceAsThereAreWorkers() {
    int workers = 6;
    CyclicBarrier together = new CyclicBarrier(workers);
    Set<Case> met = ConcurrentHashMap.newKeySet();

    new CaseSuite(cases(workers), workers, NOBODY)
        .run(
            c -> {
              await(together);
              met.add(c);
              return SampleCases.result(c, Verdict.PASSED);
            },
            SCRATCH);

    assertThat(met).hasSize(workers);
  }

  private static List<Case> cases(int count) {
    return IntStream.range(0, count).mapToObj(i -> SampleCases.named("case-" + i, "sip")).toList();
  }

  private static CaseResult verdictByNumber(Case played) {
    int number = Integer.parseInt(played.id().scenario().substring("case-".length()));
    return SampleCases.result(played, Verdict.values()[number % Verdict.values().length]);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("cases were not played at once", e);
    }
  }
}
