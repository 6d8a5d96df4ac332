package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.run.SampleCases;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.testng.annotations.Test;

public class ProgressTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  @Test
  public void aTerminalShowsOneLineThatIsRewritten() {
    play(console(Map.of("TERM", "xterm", "NO_COLOR", "1"), true));
    GoldenFile.assertEquals("cli/progress-terminal.txt", visible());
  }

  @Test
  public void elsewherePlainLinesComeNowAndThen() {
    play(console(Map.of(), false));
    assertThat(text()).doesNotContain("\u001b").doesNotContain("\r");
    GoldenFile.assertEquals("cli/progress-plain.txt", text());
  }

  @Test
  public void aCaseThatWaitsForACallNamesItsNumber() {
    out.reset();
    new Progress(console(Map.of(), false), clock::get)
        .callAwaited(SampleCases.named("from-outside", "sipconnect"), "+15550100007");
    assertThat(text()).isEqualTo("from-outside@sipconnect waits for a call to +15550100007\n");
  }

  @Test
  public void aTerminalWithoutCapabilitiesIsNoTerminal() {
    assertThat(console(Map.of("TERM", "dumb"), true).terminal()).isFalse();
  }

  @Test
  public void noColorLeavesTheTextPlain() {
    assertThat(Console.ofProcess(Map.of("TERM", "xterm", "NO_COLOR", "1"), true).palette().colour())
        .isFalse();
    assertThat(Console.ofProcess(Map.of("TERM", "xterm", "NO_COLOR", ""), true).palette().colour())
        .isTrue();
    assertThat(Console.ofProcess(Map.of("TERM", "xterm"), false).palette().colour()).isFalse();
  }

  private void play(Console console) {
    out.reset();
    clock.set(0);
    Progress progress = new Progress(console, clock::get);
    progress.runStarted(
        RunInfo.of("embedded", "127.0.0.1:5060", "0.1.0", Instant.EPOCH).cases(30).build());
    for (int i = 0; i < 30; i++) {
      clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
      progress.caseFinished(result(i));
    }
    progress.runFinished(false);
  }

  private static CaseResult result(int number) {
    Verdict verdict = number == 12 ? Verdict.FAILED : Verdict.PASSED;
    return SampleCases.result(SampleCases.named("case-" + number, "sipconnect"), verdict);
  }

  private Console console(Map<String, String> environment, boolean terminal) {
    boolean capable = terminal && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
    return new Console(out, out, capable, new Palette(false));
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String visible() {
    return text().replace("\r", "<CR>").replace("\u001b[K", "<ERASE>");
  }
}
