package io.parley.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.model.Shard;
import io.parley.model.Verdict;
import io.parley.record.RecordedCase;
import io.parley.record.RecordedRun;
import io.parley.result.CaseResult;
import io.parley.result.ShardInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Runs that are parts of one, and runs that are not. */
public class MergeTests {
  private Runs runs;

  @BeforeMethod
  public void prepare() throws IOException {
    runs = Runs.create();
  }

  @Test
  public void shardsBecomeWhatOneRunWouldHaveWritten() throws IOException {
    Path whole = runs.whole("whole");
    MergeOutcome outcome = merge(runs.shard(3, 3), runs.shard(1, 3), runs.shard(2, 3));

    assertThat(outcome.missing()).isZero();
    assertThat(outcome.interrupted()).isFalse();
    assertThat(outcome.remarks()).isEmpty();
    assertThat(outcome.results())
        .extracting(r -> r.played().id())
        .as("in the order of the scenarios")
        .containsExactlyElementsOf(runs.cases().stream().map(c -> c.played().id()).toList());
    Path merged = runs.path("out");
    RecordedRun one = RecordedRun.read(whole);
    RecordedRun all = RecordedRun.read(merged);
    assertThat(byId(all)).isEqualTo(byId(one));
    assertThat(all.end()).isEqualTo("finished");
    assertThat(all.run()).isEqualTo(one.run());
    assertThat(Files.readString(merged.resolve("run.json")))
        .contains(tail(Files.readString(whole.resolve("run.json"))));
    assertThat(files(merged.resolve("evidence"))).isEqualTo(files(whole.resolve("evidence")));
    assertThat(cases(merged, "out")).isEqualTo(cases(whole, "whole"));
    assertThat(line(merged, "<testsuites")).isEqualTo(line(whole, "<testsuites"));
    assertThat(results(merged)).hasSameSizeAs(results(whole));
    assertThat(Files.readString(merged.resolve("allure-results/categories.json")))
        .isEqualTo(Files.readString(whole.resolve("allure-results/categories.json")));
    assertThat(Files.readString(merged.resolve("allure-results/environment.properties")))
        .isEqualTo(Files.readString(whole.resolve("allure-results/environment.properties")));
  }

  /** Findings, closest messages and plays come back as they were. */
  @Test
  public void whatASummaryTellsIsToldAgain() {
    MergeOutcome outcome = merge(runs.shard(1, 2), runs.shard(2, 2));
    for (int i = 0; i < runs.cases().size(); i++) {
      CaseResult was = runs.cases().get(i);
      CaseResult told = outcome.results().get(i);
      assertThat(told.verdict()).isEqualTo(was.verdict());
      assertThat(told.findings())
          .usingRecursiveComparison()
          .ignoringFields("actual", "closest")
          .isEqualTo(was.findings());
      assertThat(told.findings().stream().map(f -> f.closest().isPresent()))
          .containsExactlyElementsOf(
              was.findings().stream().map(f -> f.closest().isPresent()).toList());
      assertThat(told.cleanup()).isEqualTo(was.cleanup());
      assertThat(told.skip()).isEqualTo(was.skip());
      assertThat(told.started()).isEqualTo(was.started());
      assertThat(told.ended()).isEqualTo(was.ended());
      assertThat(told.flaky()).isEqualTo(was.flaky()).isEqualTo(i == 0);
    }
    assertThat(outcome.results().get(0).attempts().get(0).findings()).isNotEmpty();
  }

  @Test
  public void aShardThatIsNotThereIsNamedWithItsCases() {
    MergeOutcome outcome = merge(runs.shard(1, 3), runs.shard(3, 3));
    assertThat(outcome.shards()).containsExactly(new Shard(2, 3));
    assertThat(outcome.named())
        .containsExactlyElementsOf(
            runs.part(2, 3).stream().map(c -> c.played().id().toString()).toList());
    assertThat(outcome.missing()).isEqualTo(outcome.named().size()).isPositive();
    assertThat(outcome.interrupted()).isFalse();
    assertThat(RecordedRun.read(runs.path("out")).isComplete()).isFalse();
  }

  @Test
  public void aRunThatWasKilledCountsAsInterrupted() throws IOException {
    Path killed = runs.shard(2, 2);
    cut(killed.resolve("run.json"));
    MergeOutcome outcome = merge(runs.shard(1, 2), killed);
    assertThat(outcome.interrupted()).isTrue();
    assertThat(outcome.shards()).isEmpty();
    assertThat(outcome.missing()).isPositive();
    assertThat(outcome.merged().get(1)).contains("shard 2/2", "damaged");
    RecordedRun merged = RecordedRun.read(runs.path("out"));
    assertThat(merged.end()).isEqualTo("interrupted");
    assertThat(merged.cases()).hasSize(outcome.results().size());
  }

  @Test
  public void whatAKilledRunLeftMayBePlayedElsewhere() throws IOException {
    Path killed = runs.shard("killed", 2, 2, false);
    cut(killed.resolve("run.json"));
    MergeOutcome outcome = merge(runs.shard(1, 2), killed, runs.shard(2, 2));
    assertThat(outcome.interrupted()).isFalse();
    assertThat(outcome.missing()).isZero();
    assertThat(outcome.remarks())
        .singleElement()
        .satisfies(r -> assertThat(r).contains("in several runs", "the later"));
    assertThat(outcome.results()).hasSize(runs.cases().size());
  }

  @Test
  public void whatAnInterruptionKeptFromBeingPlayedGivesWayToWhatWas() {
    CaseResult was = runs.cases().get(0).among(List.of());
    CaseResult cutOff =
        CaseResult.of(
                was.played(),
                Verdict.SKIPPED,
                was.started().plusSeconds(60),
                was.ended().plusSeconds(60))
            .skip(Optional.of("not played: " + CaseResult.INTERRUPTED))
            .build();
    Path played = runs.written("played", Runs.info("embedded", 1), List.of(was), false);
    Path skipped = runs.written("skipped", Runs.info("embedded", 1), List.of(cutOff), true);
    MergeOutcome both = merge(played, skipped);
    assertThat(both.results())
        .singleElement()
        .satisfies(r -> assertThat(r.verdict()).isEqualTo(was.verdict()));
    assertThat(both.interrupted()).isFalse();
    assertThat(merge(skipped).interrupted()).isTrue();
  }

  @Test
  public void runsThatAreNoPartsOfOneAreRefused() {
    Path first = runs.shard(1, 2);
    refused("at different targets", first, other("lab-sbc", Runs.SCENARIOS, 2));
    refused("parts of different runs", first, other("embedded", Runs.SCENARIOS, 3));
    refused("the texts of their scenarios differ", first, other("embedded", "fedcba98", 2));
    refused("parts of different runs", first, runs.whole("whole"));
    refused("is the same run as", first, first.resolve("../shard-1"));
    assertThat(runs.path("out")).doesNotExist();
  }

  private Path other(String target, String scenarios, int total) {
    String name = target + scenarios + total;
    return runs.written(
        name,
        Runs.info(target, runs.part(2, total).size())
            .but()
            .shard(runs.info(2, total).map(i -> new ShardInfo(i.shard(), i.all(), scenarios)))
            .build(),
        runs.part(2, total),
        false);
  }

  @Test
  public void whatIsNoRunOrAnotherVersionsIsRefused() throws IOException {
    Path first = runs.shard(1, 2);
    refused("holds no run", first, Files.createDirectory(runs.path("empty")));
    Path old = runs.shard("old", 2, 2, false);
    Path record = old.resolve("run.json");
    Files.writeString(record, Files.readString(record).replace("{\"format\":2,", "{\"format\":1,"));
    refused("expected format 2, found 1", first, old);
    Files.writeString(
        record, Files.readString(record).replace("{\"format\":1,", "{\"format\":99,"));
    refused("newer Parley", first, old);
    Files.writeString(record, "<html>");
    refused("is no record of a run", first, old);
  }

  @Test
  public void aRunIsNotMergedOverItself() {
    Path first = runs.shard(1, 2);
    assertThatThrownBy(() -> Merge.of(new MergeRequest(List.of(first), first, false)))
        .isInstanceOf(MergeRefusedException.class)
        .hasMessageContaining("is one of the runs");
    assertThat(RecordedRun.read(first).cases()).hasSize(runs.part(1, 2).size());
  }

  /** A folder of which only the record was kept still counts; what it lacks is said. */
  @Test
  public void aFolderWithoutItsReportsIsMergedAsFarAsItGoes() throws IOException {
    Path first = runs.shard(1, 2);
    Path bare = runs.shard("bare", 2, 2, false);
    Path kept = Files.createDirectory(runs.path("kept"));
    Files.copy(bare.resolve("run.json"), kept.resolve("run.json"));
    MergeOutcome outcome = merge(first, kept);
    assertThat(outcome.remarks())
        .singleElement()
        .satisfies(r -> assertThat(r).contains("kept: allure-results/ has nothing of"));
    assertThat(cases(runs.path("out"), "out")).hasSize(runs.cases().size());
  }

  @Test
  public void aSecondMergeLeavesNothingOfTheFirst() throws IOException {
    merge(runs.shard(1, 2), runs.shard(2, 2));
    merge(runs.path("shard-1"));
    assertThat(RecordedRun.read(runs.path("out")).cases()).hasSize(runs.part(1, 2).size());
    assertThat(files(runs.path("out/evidence"))).isEqualTo(files(runs.path("shard-1/evidence")));
    assertThat(results(runs.path("out"))).hasSameSizeAs(results(runs.path("shard-1")));
  }

  @Test
  public void theReportIsMadeOnceAndKnowsTheMergesBefore() throws IOException {
    List<Path> shards = List.of(runs.shard(1, 2), runs.shard(2, 2));
    Path report = runs.path("out/allure-report");
    for (int i = 1; i <= 2; i++) {
      Merge.of(new MergeRequest(shards, runs.path("out"), true));
      assertThat(report.resolve("index.html")).isNotEmptyFile();
      String trend = Files.readString(report.resolve("history/history-trend.json"));
      assertThat(trend.split("\"total\":" + runs.cases().size())).hasSize(i + 1);
    }
  }

  private MergeOutcome merge(Path... folders) {
    return Merge.of(new MergeRequest(Arrays.asList(folders), runs.path("out"), false));
  }

  private void refused(String why, Path... folders) {
    assertThatThrownBy(() -> merge(folders))
        .isInstanceOf(MergeRefusedException.class)
        .hasMessageContaining(why);
  }

  /** In the middle of a case, as a kill leaves it. */
  private static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
  }

  private static Map<String, Map<String, Object>> byId(RecordedRun run) {
    return run.cases().stream()
        .collect(Collectors.toMap(RecordedCase::id, c -> new TreeMap<>(c.fields())));
  }

  private static String tail(String record) {
    return record.substring(record.lastIndexOf("\"counts\""));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> out = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        out.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)) + "");
      }
    }
    return out;
  }

  private static List<Path> results(Path out) throws IOException {
    try (Stream<Path> all = Files.list(out.resolve("allure-results"))) {
      return all.filter(f -> f.toString().matches(".*-(result\\.json|attachment\\..*)")).toList();
    }
  }

  /** The elements of junit.xml, as they would be in a folder of any name. */
  private static Map<String, String> cases(Path out, String name) throws IOException {
    String text = Files.readString(out.resolve("junit.xml")).replace("/" + name + "/", "/any/");
    Map<String, String> found = new TreeMap<>();
    for (String element : text.split("(?=<testcase )")) {
      if (element.startsWith("<testcase ")) {
        String whole = element.substring(0, element.indexOf("</testcase>"));
        found.put(whole.replaceFirst("(?s).*?(?<= )name=\"([^\"]*)\".*", "$1"), whole);
      }
    }
    return found;
  }

  private static String line(Path out, String start) throws IOException {
    return Files.readString(out.resolve("junit.xml"))
        .lines()
        .filter(l -> l.startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
