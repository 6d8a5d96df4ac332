package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Verdict;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.target.Target;
import io.parley.target.Targets;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Rules that get into an SBC in a change window, one at a time in an SBC that is good otherwise:
 * for each there is a shipped scenario that fails. Without a rule all of these pass, see {@link
 * EmbeddedCatalogueIT}.
 */
public class ManipulationIT {
  private static final int AT_ONCE = 4;
  private static final int WORKERS = 8;
  private static final Target.Timers TIMERS =
      new Target.Timers(Duration.ofSeconds(3), Duration.ofSeconds(6));

  private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<String, Future<List<CaseResult>>> played = new LinkedHashMap<>();

  @DataProvider
  public Object[][] far() {
    return TowardsFarEnd.rules();
  }

  @DataProvider
  public Object[][] near() {
    return TowardsCaller.rules();
  }

  @BeforeClass
  public void begin() {
    for (Object[] row : far()) {
      begin(row, true);
    }
    for (Object[] row : near()) {
      begin(row, false);
    }
  }

  private void begin(Object[] row, boolean far) {
    Manipulation rule = (Manipulation) row[1];
    String profile = (String) row[3];
    played.put((String) row[0], pool.submit(() -> played(List.of(file(row)), profile, rule, far)));
  }

  private static List<CaseResult> played(
      List<Path> files, String profile, Manipulation rule, boolean far) throws Exception {
    FaultyPath[] way = new FaultyPath[1];
    try {
      return Session.play(
          files,
          List.of(profile),
          WORKERS,
          callees -> {
            if (far) {
              way[0] = FaultyPath.to(callees, rule);
              return sbc(way[0].address());
            }
            Target sbc = sbc(callees);
            way[0] = FaultyPath.to(sbc.address(Optional.of(profile)), rule);
            return BehindPath.of(way[0], sbc, TIMERS);
          });
    } finally {
      way[0].close();
    }
  }

  private static Target sbc(InetSocketAddress farEnd) {
    return new Targets(Profiles.shipped()).open("embedded").start(farEnd);
  }

  @Test(dataProvider = "far")
  public void aRuleTowardsTheFarEndIsNoticed(
      String what, Manipulation rule, String scenario, String profile) throws Exception {
    assertNoticed(what);
  }

  @Test(dataProvider = "near")
  public void aRuleTowardsTheCallerIsNoticed(
      String what, Manipulation rule, String scenario, String profile) throws Exception {
    assertNoticed(what);
  }

  /** What they fail of is the rule, not the way on which it stands. */
  @Test
  public void aWayWithoutARuleIsNotNoticed() throws Exception {
    for (boolean far : new boolean[] {true, false}) {
      Map<String, Set<Path>> files =
          Arrays.stream(far ? far() : near())
              .collect(
                  Collectors.groupingBy(
                      r -> (String) r[3], Collectors.mapping(r -> file(r), Collectors.toSet())));
      for (String profile : files.keySet()) {
        assertThat(played(List.copyOf(files.get(profile)), profile, Manipulation.NONE, far))
            .as("%s %s", far, profile)
            .extracting(CaseResult::verdict)
            .containsOnly(Verdict.PASSED);
      }
    }
  }

  private static Path file(Object[] row) {
    return Path.of("scenarios", row[2] + ".yaml");
  }

  private void assertNoticed(String what) throws Exception {
    assertThat(played.get(what).get())
        .as(what)
        .extracting(CaseResult::verdict)
        .contains(Verdict.FAILED)
        .doesNotContain(Verdict.BROKEN);
  }

  @AfterClass(alwaysRun = true)
  public void end() {
    pool.shutdownNow();
  }
}
