package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.Scratch;
import io.parley.model.Verdict;
import io.parley.play.KamailioTls;
import io.parley.result.CaseResult;
import io.parley.result.RunListener;
import io.parley.target.TargetUnavailableException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** A Kamailio that hooks start, that dies in the middle of a run and is started again. */
public class HooksIT {
  private static final String HOST = "127.0.3.64";

  private Path folder;
  private String start;

  @BeforeMethod
  public void prepare() throws IOException {
    KamailioTls.require();
    folder = Scratch.folder("hooks-");
    Path config =
        Files.writeString(
            folder.resolve("refusing.cfg"),
            Files.readString(Path.of("src/test/resources/kamailio/refusing.cfg"))
                .replace("ADDRESS", address()));
    start =
        "[kamailio, -f, %s, -Y, %s, -P, %s, -m, '32', -M, '8']"
            .formatted(config, folder, pidFile());
    for (String id : List.of("one", "two", "three")) {
      Files.writeString(
          folder.resolve(id + ".yaml"),
          """
          scenario: A call that is refused
          id: %s
          offer: plain
          control: none
          expect: { status: %s }
          """
              .formatted(id, id.equals("three") ? "200" : "488"));
    }
  }

  private String bound;

  private String address() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HOST, 0))) {
      bound = HOST + ":" + socket.getLocalPort();
    }
    return bound;
  }

  private Path pidFile() {
    return folder.resolve("pid");
  }

  @AfterMethod(alwaysRun = true)
  public void stop() throws Exception {
    if (folder != null) {
      kill();
    }
  }

  /** Ends the Kamailio of this test, and waits until it is gone. */
  private void kill() throws Exception {
    if (!Files.exists(pidFile())) {
      return;
    }
    long pid = Long.parseLong(Files.readString(pidFile()).strip());
    Files.delete(pidFile());
    ProcessHandle main = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = Stream.concat(main.descendants(), Stream.of(main)).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : all) {
      each.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  private RunOutcome run(RunListener display, String... hooks) throws IOException {
    Path file = folder.resolve("target.yml");
    Files.writeString(
        file,
        """
        target: Kamailio
        address: %s
        transports: [udp]
        numbers: { caller: "+15550190000", callee: "+15550100000" }
        timers: { response: 2s, final: 4s }
        hooks:
        %s
        """
            .formatted(
                bound, Stream.of(hooks).map(h -> "  " + h).collect(Collectors.joining("\n"))));
    RunRequest.Selection selection =
        new RunRequest.Selection(
            Stream.of("one", "two", "three").map(i -> folder.resolve(i + ".yaml")).toList(),
            List.of(),
            List.of(),
            Map.of());
    RunRequest.Output output =
        new RunRequest.Output(folder.resolve("out"), false, false, false, Map.of());
    RunRequest request =
        new RunRequest(
            selection,
            file.toString(),
            java.util.Optional.empty(),
            OptionalInt.of(1),
            false,
            true,
            RunRequest.Repetition.NONE,
            output);
    return new Parley("test", line -> {}).run(request, display, new StopSwitch());
  }

  /** Ends the target once the first case is over. */
  private RunListener killerAfterOne() {
    return new RunListener() {
      @Override
      public void caseFinished(CaseResult result) {
        if (result.played().id().scenario().equals("one")) {
          try {
            kill();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        }
      }
    };
  }

  @Test
  public void aTargetThatDiedIsRestartedAndTheRunGoesOn() throws Exception {
    RunOutcome outcome =
        run(killerAfterOne(), "before-run: " + start, "restart-when-dead: " + start, "within: 20s");
    CaseResult two = outcome.results().get(1);
    assertThat(two.notes().toString())
        .contains("played again, as the target had died and was restarted")
        .contains("hook restart-when-dead: ended with 0")
        .contains("the target answers again");
    assertThat(outcome.results())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.FAILED);
    Path evidence = folder.resolve("out/evidence");
    assertThat(evidence.resolve("hook-before-run.txt")).content().contains("ended with 0");
    assertThat(evidence.resolve("two/hook-restart-when-dead.txt")).exists();
  }

  /** What it does with OPTIONS says nothing of its health; a good call does. */
  @Test
  public void aTargetThatIgnoresOptionsIsRestartedOnlyWhenItDied() throws Exception {
    Path config = folder.resolve("refusing.cfg");
    String answering = "  sl_send_reply(\"200\", \"OK\");\n";
    assertThat(config).content().contains(answering);
    Files.writeString(config, Files.readString(config).replace(answering, ""));
    RunOutcome outcome =
        run(killerAfterOne(), "before-run: " + start, "restart-when-dead: " + start, "within: 20s");
    assertThat(outcome.results().get(1).notes().toString())
        .contains("played again, as the target had died and was restarted");
    assertThat(outcome.results())
        .extracting(CaseResult::verdict)
        .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.FAILED);
    assertThat(outcome.results().get(2).notes().toString()).doesNotContain("hook");
  }

  @Test
  public void whatTheHookSaysOfAFailedCaseIsInItsEvidence() throws Exception {
    String log = "[/bin/sh, -c, 'echo \"$PARLEY_VERDICT $PARLEY_CASE $PARLEY_CALL_ID\"']";
    RunOutcome outcome =
        run(new RunListener() {}, "before-run: " + start, "after-failed-case: " + log);
    CaseResult three = outcome.results().get(2);
    String callId = three.transcript().get(0).message().callId();
    assertThat(folder.resolve("out/evidence/three/hook-after-failed-case.txt"))
        .content()
        .contains("failed three " + callId);
    assertThat(folder.resolve("out/evidence/one/hook-after-failed-case.txt")).doesNotExist();
    try (Stream<Path> results = Files.list(folder.resolve("out/allure-results"))) {
      assertThat(results.filter(p -> p.toString().endsWith("-result.json")))
          .anySatisfy(p -> assertThat(p).content().contains("Hook after-failed-case"));
    }
    assertThat(folder.resolve("out/allure-results/environment.properties"))
        .content()
        .contains("hook.before-run=ended with 0");
  }

  @Test
  public void aRunThatCannotBePreparedDoesNotBegin() {
    assertThatThrownBy(
            () -> run(new RunListener() {}, "before-run: [/bin/sh, -c, 'echo no licence; exit 3']"))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining("hook before-run: ended with 3")
        .hasMessageContaining("no licence");
  }

  @Test
  public void aProgramThatIsNotThereIsToldAtLoad() {
    assertThatThrownBy(
            () ->
                run(
                    new RunListener() {},
                    "before-run: [no-such-program-here]",
                    "after-failed-case: []"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("before-run: there is no program 'no-such-program-here'")
        .hasMessageContaining("after-failed-case: expected a program and its arguments");
  }
}
