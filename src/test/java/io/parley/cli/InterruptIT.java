package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Ctrl-C and its relatives in mid-run. */
public class InterruptIT {
  private static final int CASES = 40;

  @DataProvider(parallel = true)
  public Object[][] signals() {
    return new Object[][] {{"INT"}, {"TERM"}};
  }

  @Test(dataProvider = "signals")
  public void whatFinishedStaysAndTheRunEndsSoon(String signal) throws Exception {
    ScenarioFolder folder = folder();
    try (SilentTarget target = new SilentTarget()) {
      ParleyProcess process = start(folder, target);
      target.await("INVITE");
      process.signal(signal);

      ParleyProcess.Ended ended = process.ended(20);

      assertThat(ended.code()).as("%s", ended).isEqualTo(130);
      assertThat(ended.err()).contains("interrupted").doesNotContain("\tat ");
    }
    Results results = new Results(folder.path().resolve("reports"));
    assertThat(results.junit().getElementsByTagName("testcase").getLength()).isEqualTo(CASES);
    assertThat(results.allure()).hasSize(CASES);
    assertThat(results.allure("passed")).isZero();
    assertThat(results.allure("skipped")).isPositive();
    assertThat(results.run().isObject()).isTrue();
    assertThat(Path.of(folder.path().toString(), "reports/allure-report/index.html"))
        .isNotEmptyFile();
  }

  @Test
  public void aSecondSignalEndsAtOnce() throws Exception {
    try (SilentTarget target = new SilentTarget()) {
      ParleyProcess process = start(folder(), target);
      target.await("INVITE");
      process.signal("INT");
      process.signal("TERM");
      assertThat(process.ended(5).code()).isEqualTo(130);
    }
  }

  /** Somebody builds the tool anew while it serves: no class can be loaded from then on. */
  @Test
  public void aSignalEndsItThoughItsProgramFileWasOverwritten() throws Exception {
    Path folder = Scratch.folder("overwritten-");
    Path jar = Files.copy(ParleyProcess.jar(), folder.resolve("copy.jar"));
    ParleyProcess process =
        ParleyProcess.start(
            folder, jar, Map.of(), "serve", "--as", "sipconnect", "--listen", "udp:127.0.0.1:0");
    process.awaitOutput("serving sipconnect");
    Files.write(jar, new byte[] {0}); // the same file with other content, as Maven does it
    process.signal("TERM");
    assertThat(process.ended(20).code()).isEqualTo(130);
  }

  private static ParleyProcess start(ScenarioFolder folder, SilentTarget target) {
    return ParleyProcess.start(
        folder.path(), "run", folder.path().toString(), "--target", target.uri(), "--workers", "2");
  }

  private static ScenarioFolder folder() {
    ScenarioFolder folder = ScenarioFolder.create();
    for (int i = 0; i < CASES; i++) {
      folder.scenario("call-" + i, "offer: { base: plain }", "expect: { status: 200 }");
    }
    return folder;
  }
}
