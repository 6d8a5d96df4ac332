package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.compare.Comparer;
import io.parley.compare.Difference;
import io.parley.compare.Kind;
import io.parley.compare.Noise;
import io.parley.compare.RunComparison;
import io.parley.peer.OwnPlace;
import io.parley.record.RecordedRun;
import io.parley.target.LabNumbers;
import io.parley.target.docker.RequiresDocker;
import io.parley.target.docker.SeededKamailio;
import io.parley.target.docker.SeededKamailio.Edit;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * A change window at a real SBC: its configuration is changed in one place, and what that changed
 * is found and nothing else.
 */
public class CompareKamailioIT {
  private static final int REPEAT = 8;
  private static final int ONCE = 1;

  /** A machine with two cores has no use for more of them at once. */
  private final Semaphore windows = new Semaphore(3);

  private InetSocketAddress farEnd;
  private Path folder;
  private SeededKamailio unchanged;
  private RecordedRun before;

  @BeforeClass
  public void playBefore() throws IOException {
    RequiresDocker.check();
    farEnd = OwnPlace.next();
    folder = Scratch.folder("compare-it-");
    Path scenarios = Files.createDirectories(folder.resolve("scenarios"));
    for (Map.Entry<String, String> s : ChangeWindow.SCENARIOS.entrySet()) {
      Files.writeString(scenarios.resolve(s.getKey() + ".yaml"), s.getValue());
    }
    unchanged = SeededKamailio.start(farEnd, List.of());
    before = play(unchanged, farEnd, "before", REPEAT);
  }

  @AfterClass(alwaysRun = true)
  public void stop() {
    if (unchanged != null) {
      unchanged.close();
    }
  }

  @DataProvider(parallel = true)
  public Object[][] changes() {
    return ChangeWindow.seeds();
  }

  @Test(dataProvider = "changes")
  public void oneChangeIsFoundAndNothingElse(Kind kind, Set<String> whats, List<Edit> edits)
      throws Exception {
    InetSocketAddress own = OwnPlace.next();
    windows.acquire();
    try (SeededKamailio changed = SeededKamailio.start(own, edits)) {
      int plays = kind == Kind.TIME ? REPEAT : ONCE;
      RunComparison comparison = compare(play(changed, own, kind.label(), plays));
      assertThat(comparison.groups().stream().map(RunComparison.Group::difference).toList())
          .isNotEmpty()
          .allSatisfy(d -> assertThat(d.kind()).as("%s", d).isEqualTo(kind))
          .extracting(Difference::what)
          .isSubsetOf(whats);
      assertThat(comparison.regressed()).isEqualTo(kind == Kind.REGRESSION);
    } finally {
      windows.release();
    }
  }

  @Test
  public void anUnchangedOneShowsNothingInTenRepetitions() throws IOException {
    for (int i = 0; i < 10; i++) {
      RunComparison comparison = compare(play(unchanged, farEnd, "again", i == 0 ? REPEAT : ONCE));
      assertThat(comparison.groups()).as("repetition %d", i).isEmpty();
      assertThat(comparison.compared()).isEqualTo(ChangeWindow.SCENARIOS.size());
    }
  }

  private RunComparison compare(RecordedRun after) {
    return new Comparer(before, after, Noise.load(List.of(), new Problems())).compare();
  }

  private RecordedRun play(SeededKamailio sbc, InetSocketAddress callees, String name, int repeat)
      throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), target(sbc, callees));
    ParleyProcess.Ended ended =
        ParleyProcess.startCommand(folder, Map.of(), command(name, repeat)).ended();
    RecordedRun run = RecordedRun.read(folder.resolve(name));
    assertThat(run.isComplete()).as("%s", ended).isTrue();
    assertThat(run.cases()).hasSize(ChangeWindow.SCENARIOS.size());
    return run;
  }

  private static List<String> command(String name, int repeat) {
    return ParleyProcess.command(
        ParleyProcess.jar(),
        "run",
        "scenarios",
        "--target",
        name + ".yaml",
        "--out",
        name,
        "--no-html",
        "--no-check",
        "--repeat",
        Integer.toString(repeat));
  }

  private static String target(SeededKamailio sbc, InetSocketAddress callees) {
    String numbers =
        LabNumbers.BY_ROLE.entrySet().stream()
            .filter(e -> Set.of("caller", "callee", "busy", "unavailable").contains(e.getKey()))
            .map(e -> e.getKey() + ": \"" + e.getValue() + "\"")
            .collect(Collectors.joining(", "));
    return """
    target: changed SBC
    address: %s
    profiles: [sipconnect]
    media: [%s]
    numbers: { %s }
    far-end: { played-by: parley, listen: "%s:%d" }
    correlate: { by: called-number, pool: "+1555010{0000..0099}" }
    limits: { calls: 16, rate: 1000/s, dial: ["+1555*"] }
    local: { bind: %s }
    """
        .formatted(
            sbc.address(),
            SeededKamailio.media(),
            numbers,
            callees.getAddress().getHostAddress(),
            callees.getPort(),
            SeededKamailio.caller());
  }
}
