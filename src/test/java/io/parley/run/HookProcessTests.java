package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.result.HookOutput;
import io.parley.target.Hooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Programs that behave, and programs that do not. */
public class HookProcessTests {
  private Path folder;

  @BeforeClass
  public void folder() throws IOException {
    folder = Scratch.folder("hooks-");
  }

  private HookOutput run(Duration within, String... command) throws InterruptedException {
    Hooks.Hook hook = new Hooks.Hook("after-failed-case", List.of(command), folder, within);
    return HookProcess.run(hook, Map.of("PARLEY_CASE", "busy@zoom-byoc"));
  }

  private HookOutput shell(String script) throws InterruptedException {
    return run(Duration.ofSeconds(20), "/bin/sh", "-c", script);
  }

  @Test
  public void bothStreamsAreKeptAndTheCaseIsTold() throws Exception {
    HookOutput out = shell("echo log of $PARLEY_CASE; echo warned >&2; pwd");
    assertThat(out.good()).isTrue();
    assertThat(out.text())
        .isEqualTo("log of busy@zoom-byoc\nwarned\n" + folder.toRealPath() + "\n");
    assertThat(out.ended()).startsWith("ended with 0 after ");
  }

  @Test
  public void anotherExitCodeIsNoSuccess() throws Exception {
    HookOutput out = shell("echo no such unit; exit 4");
    assertThat(out.good()).isFalse();
    assertThat(out.headline()).startsWith("hook after-failed-case: ended with 4 after ");
  }

  @Test
  public void anArgumentIsNoShellWord() throws Exception {
    assertThat(run(Duration.ofSeconds(20), "/bin/echo", "$PARLEY_CASE; exit 1", "*").text())
        .isEqualTo("$PARLEY_CASE; exit 1 *\n");
  }

  @Test
  public void whoTakesTooLongIsEndedWithItsChildren() throws Exception {
    Path pid = folder.resolve("child");
    HookOutput out =
        run(
            Duration.ofMillis(700),
            "/bin/sh",
            "-c",
            "sleep 300 & echo $! >" + pid + "; echo begun; wait");
    assertThat(out.good()).isFalse();
    assertThat(out.ended()).isEqualTo("was ended: it took longer than 700 ms");
    assertThat(out.text()).isEqualTo("begun\n");
    long child = Long.parseLong(Files.readString(pid).strip());
    assertThat(ProcessHandle.of(child).map(ProcessHandle::onExit))
        .satisfiesAnyOf(
            gone -> assertThat(gone).isEmpty(),
            gone -> assertThat(gone.orElseThrow()).succeedsWithin(Duration.ofSeconds(20)));
  }

  @Test
  public void aDaemonLeftBehindIsNotWaitedFor() throws Exception {
    HookOutput out = shell("sleep 300 & echo $!");
    assertThat(out.good()).isTrue();
    ProcessHandle.of(Long.parseLong(out.text().strip())).orElseThrow().destroyForcibly();
  }

  @Test
  public void ofALongOutputTheEndIsKept() throws Exception {
    HookOutput out = shell("head -c 3000000 /dev/zero | tr '\\0' x; echo last");
    assertThat(out.text()).startsWith("(1951").endsWith("xxlast\n").hasSizeLessThan(1_100_000);
  }

  @Test
  public void nothingIsReadFromTheTerminal() throws Exception {
    assertThat(shell("cat").good()).isTrue();
  }

  @Test
  public void aProgramThatCannotBeStartedIsTold() throws Exception {
    HookOutput out = run(Duration.ofSeconds(5), folder.resolve("missing").toString());
    assertThat(out.good()).isFalse();
    assertThat(out.ended()).startsWith("could not be started: ");
  }
}
