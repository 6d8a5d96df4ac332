package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.target.TargetPlan;
import io.parley.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * An SBC that carries out a REFER by itself, or takes none: it passes where it is good, and each
 * fault in it fails a shipped scenario.
 */
public class TransferFaultsIT {
  private static final int AT_ONCE = 4;
  private static final List<String> PROFILES =
      List.of("teams-direct-routing", "teams-media-bypass", "zoom-byoc", "sipconnect");

  private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<String, Future<List<CaseResult>>> played = new LinkedHashMap<>();
  private Path carrying;
  private Path refusing;

  @DataProvider
  public Object[][] faults() {
    return TransferFaults.all();
  }

  @BeforeClass
  public void begin() throws IOException {
    carrying = target("carry-out");
    refusing = target("refuse");
    for (Object[] row : faults()) {
      played.put((String) row[0], pool.submit(() -> play(row)));
    }
  }

  private static Path target(String policy) throws IOException {
    Path file = Scratch.file("embedded-", ".yaml");
    return Files.writeString(
        file, "target: " + policy + "\nembedded: { t1: 100ms, refer: " + policy + " }\n");
  }

  private List<CaseResult> play(Object[] row) throws Exception {
    FaultyPath[] way = new FaultyPath[1];
    try {
      return Session.play(
          List.of(file((String) row[2])),
          List.of((String) row[3]),
          AT_ONCE,
          callees -> {
            way[0] = FaultyPath.to(callees, (FaultyPath.Fault) row[1]);
            boolean refuses = row[0].equals(TransferFaults.NAMES_WHAT_IT_REFUSES);
            return sbc(refuses ? refusing : carrying).start(way[0].address());
          });
    } finally {
      way[0].close();
    }
  }

  private static TargetPlan sbc(Path target) {
    return new Targets(Profiles.shipped()).open(target.toString());
  }

  private static Path file(String scenario) {
    return Path.of("scenarios", "call-control", scenario + ".yaml");
  }

  @Test(dataProvider = "faults")
  public void aFaultIsNamed(
      String what, FaultyPath.Fault fault, String scenario, String profile, String name)
      throws Exception {
    assertNamed(what, name);
  }

  private void assertNamed(String what, String name) throws Exception {
    List<CaseResult> results = played.get(what).get();
    assertThat(results)
        .as("%s", what)
        .extracting(CaseResult::verdict)
        .contains(Verdict.FAILED)
        .doesNotContain(Verdict.BROKEN);
    assertThat(results.stream().flatMap(r -> r.findings().stream()).map(this::said))
        .as("%s: %s", what, results)
        .contains(name);
  }

  private String said(Finding finding) {
    return finding.diagnosis().orElse("");
  }

  @DataProvider
  public Object[][] policies() {
    return new Object[][] {{carrying, 6}, {refusing, 1}};
  }

  /** What they fail of is the fault: a good SBC that does either passes. */
  @Test(dataProvider = "policies")
  public void aGoodOnePasses(Path target, int scenarios) throws Exception {
    List<CaseResult> results =
        Session.play(transfers(), PROFILES, 2 * AT_ONCE, sbc(target)).stream()
            .filter(r -> r.verdict() != Verdict.SKIPPED)
            .toList();
    assertThat(results)
        .allSatisfy(r -> assertThat(r.findings()).as("%s", r.played()).isEmpty())
        .allMatch(r -> r.verdict() == Verdict.PASSED, "passed");
    assertThat(results.stream().map(r -> r.played().id().scenario()).distinct())
        .hasSizeGreaterThanOrEqualTo(scenarios);
  }

  private static List<Path> transfers() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("scenarios/call-control"))) {
      return all.filter(f -> f.getFileName().toString().startsWith("transfer-")).toList();
    }
  }

  @AfterClass(alwaysRun = true)
  public void end() throws IOException {
    pool.shutdownNow();
    Files.delete(carrying);
    Files.delete(refusing);
  }
}
