package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

/** The launcher on a terminal, which {@code script} (util-linux) provides, and elsewhere. */
public class TerminalIT {
  private static final String ESCAPE = "\u001b[";

  @Test
  public void aTerminalGetsColoursAndALiveLine() {
    ParleyProcess.Ended ended = onTerminal(Map.of("TERM", "xterm"));
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out()).contains(ESCAPE + "31mFAILED", "\r" + ESCAPE + "K");
  }

  @Test
  public void noColorLeavesColoursOut() {
    ParleyProcess.Ended ended = onTerminal(Map.of("TERM", "xterm", "NO_COLOR", "1"));
    assertThat(ended.out()).contains("FAILED").doesNotContainPattern("\u001b\\[[0-9;]*m");
  }

  @Test
  public void aPipeGetsPlainLines() {
    ScenarioFolder folder = folder();
    ParleyProcess.Ended ended =
        ParleyProcess.startCommand(folder.path(), Map.of("TERM", "xterm"), command(folder)).ended();
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out()).contains("FAILED").doesNotContain("\u001b").doesNotContain("\r");
  }

  private static ParleyProcess.Ended onTerminal(Map<String, String> environment) {
    ScenarioFolder folder = folder();
    List<String> script = List.of("script", "-qec", String.join(" ", command(folder)), "/dev/null");
    return ParleyProcess.startCommand(folder.path(), environment, script).ended();
  }

  private static List<String> command(ScenarioFolder folder) {
    String launcher = Path.of("parley").toAbsolutePath().toString();
    return List.of(launcher, "run", folder.path().toString(), "--no-html", "--workers", "1");
  }

  /** A failing call and some that last longer than the live line's refresh. */
  private static ScenarioFolder folder() {
    ScenarioFolder folder = ScenarioFolder.create();
    folder.scenario("wrong", "offer: { base: plain }", "expect: { status: 486 }");
    for (int i = 0; i < 50; i++) {
      folder.scenario("call-" + i, "offer: { base: plain }", "expect: { status: 200 }");
    }
    return folder;
  }
}
