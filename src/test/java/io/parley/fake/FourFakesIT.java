package io.parley.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.wire.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/**
 * The whole shipped catalogue at four targets that do not look at what they are asked. What passes
 * there is what a scenario cannot tell from a working SBC.
 */
public class FourFakesIT {
  /** What no fake can answer: a line that is no SIP, and a message whose end never comes. */
  private static final List<String> UNREADABLE =
      List.of("request-version-unknown[version=missing]", "sdp-length-long@");

  private static final List<String> PROFILES =
      List.of("teams-direct-routing", "teams-media-bypass", "zoom-byoc", "sipconnect");
  private static final int WORKERS = 32;

  /** Where nobody answers a worker does nothing but wait. */
  private static final int WAITING_WORKERS = 96;

  private Map<String, CaseResult> ok;
  private Map<String, CaseResult> refused;
  private Map<String, CaseResult> silent;
  private Map<String, CaseResult> reset;

  /** Those that wait are played beside those that are answered. */
  @BeforeClass
  public void playAll() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<Map<String, CaseResult>> waiting =
          pool.submit(() -> at(Fakes::silent, WAITING_WORKERS));
      Future<Map<String, CaseResult>> closed = pool.submit(FourFakesIT::atResets);
      ok = at(Fakes::ok, WORKERS);
      refused = at(Fakes::refused, WORKERS);
      silent = waiting.get();
      reset = closed.get();
    } finally {
      pool.shutdownNow();
    }
  }

  private static Map<String, CaseResult> atResets() throws Exception {
    try (ResettingPort port = ResettingPort.start()) {
      return play(
          new FixedTarget(port.address(), FixedTarget.IMPATIENT, Transport.TCP), WAITING_WORKERS);
    }
  }

  private static Map<String, CaseResult> at(FakeSbc.Behaviour behaviour, int workers)
      throws Exception {
    try (FakeSbc fake = FakeSbc.start(behaviour)) {
      return play(new FixedTarget(fake.address(), FixedTarget.IMPATIENT), workers);
    }
  }

  private static Map<String, CaseResult> play(FixedTarget target, int workers)
      throws InterruptedException, ExecutionException {
    return Session.play(List.of(Path.of("scenarios")), PROFILES, workers, callees -> target)
        .stream()
        .collect(Collectors.toMap(r -> r.played().toString(), r -> r, (a, b) -> b, TreeMap::new));
  }

  @Test
  public void theVerdictsAreThoseOnRecord() {
    GoldenFile.assertEquals("fake/four-fakes.txt", table());
  }

  private String table() {
    StringBuilder out = new StringBuilder();
    out.append(row("case", "200", "488", "silence", "reset"));
    for (String id : ok.keySet()) {
      out.append(row(id, word(ok, id), word(refused, id), word(silent, id), word(reset, id)));
    }
    return out.toString();
  }

  private static String row(String id, String... columns) {
    StringBuilder out = new StringBuilder(String.format("%-66s", id));
    for (String column : columns) {
      out.append(String.format(" %-7s", column));
    }
    return out.toString().stripTrailing() + "\n";
  }

  private static String word(Map<String, CaseResult> results, String id) {
    return results.containsKey(id)
        ? results.get(id).verdict().name().toLowerCase(Locale.ROOT)
        : "absent";
  }

  @Test
  public void noCasePassesWhetherEverythingIsAcceptedOrRefused() {
    assertThat(passed(refused)).doesNotContainAnyElementsOf(passed(ok));
  }

  @Test
  public void noCasePassesAtSilenceUnlessItNamesSilence() {
    assertThat(passed(silent))
        .allMatch(
            id -> names(silent.get(id), StatusPattern.Silence.class::isInstance), "names silence");
  }

  @Test
  public void noCasePassesAtAResetAndNoneIsTheTargetsFault() {
    assertThat(passed(reset)).isEmpty();
    assertThat(with(reset, v -> v == Verdict.FAILED)).isEmpty();
  }

  /** What is no SIP at all gets no answer there either. */
  @Test
  public void whatPassesWhereEverythingIsAcceptedAsksForAcceptance() {
    assertThat(passed(ok))
        .filteredOn(id -> UNREADABLE.stream().noneMatch(id::startsWith))
        .allMatch(id -> names(ok.get(id), p -> p.matches(200)), "names 200");
  }

  @Test
  public void nothingIsLeftBehind() {
    assertThat(List.of(ok, refused, silent, reset))
        .allSatisfy(t -> assertThat(t.keySet()).noneMatch(id -> id.startsWith("late-messages")));
  }

  private static List<String> passed(Map<String, CaseResult> results) {
    return with(results, v -> v == Verdict.PASSED);
  }

  private static List<String> with(Map<String, CaseResult> results, Predicate<Verdict> wanted) {
    return results.entrySet().stream()
        .filter(e -> wanted.test(e.getValue().verdict()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean names(CaseResult result, Predicate<StatusPattern> wanted) {
    return result.played().expected().values().stream()
        .flatMap(e -> e.any().stream())
        .flatMap(o -> o.status().stream())
        .anyMatch(wanted);
  }
}
