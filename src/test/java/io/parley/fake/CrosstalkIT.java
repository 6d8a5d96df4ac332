package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/** Two calls at once at an SBC that sends each where the other one belongs. */
public class CrosstalkIT {
  private static final Path TWO_CALLS =
      Path.of("src", "test", "resources", "fake", "own-callee.yaml");
  private static final FixedTarget.Timers PATIENT =
      new FixedTarget.Timers(Duration.ofSeconds(5), Duration.ofSeconds(10));

  @Test
  public void callsThatAreSwappedFailBothAndSayWhy() throws Exception {
    List<CaseResult> results = play(true);
    assertThat(results).hasSize(2).allMatch(r -> r.verdict() == Verdict.FAILED, "failed");
    assertThat(results)
        .allSatisfy(
            r ->
                assertThat(r.findings())
                    .extracting(Finding::kind)
                    .contains(FindingKind.MISDIRECTED));
  }

  @Test
  public void theSameCallsPassWhenTheyAreNotSwapped() throws Exception {
    assertThat(play(false))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.findings()).isEmpty())
        .allMatch(r -> r.verdict() == Verdict.PASSED, "passed");
  }

  private static List<CaseResult> play(boolean swap) throws Exception {
    List<SwappingProxy> started = new ArrayList<>();
    try {
      return Session.play(
          List.of(TWO_CALLS),
          List.of(),
          2,
          callees -> {
            started.add(SwappingProxy.start(callees, swap));
            return new FixedTarget(started.get(0).address(), PATIENT);
          });
    } finally {
      started.forEach(SwappingProxy::close);
    }
  }
}
