package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.OwnPlace;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** However Parley ends, the system's folder for temporary files is as it was. */
public class LeavesNothingIT {
  @DataProvider
  public Object[][] commands() {
    return new Object[][] {
      {List.of("run", "codec", "--profile", "teams-media-bypass")},
      {List.of("run", "srtp", "--profile", "zoom-byoc", "--no-html")},
      {List.of("check")},
      {List.of("validate")},
      {List.of("explain", "488")},
      {List.of("new", "my-call")},
    };
  }

  @Test(dataProvider = "commands")
  public void aCommandThatEnds(List<String> command) throws Exception {
    Path temporary = Scratch.folder("temporary-");
    ParleyProcess process = start(Scratch.folder("leaves-"), temporary, command);
    assertThat(process.ended().err()).doesNotContain("fault of Parley");
    assertThat(temporary).isEmptyDirectory();
  }

  @DataProvider(parallel = true)
  public Object[][] ends() {
    return new Object[][] {{List.of("INT")}, {List.of("TERM")}, {List.of("INT", "TERM")}};
  }

  @Test(dataProvider = "ends")
  public void aRunThatIsInterrupted(List<String> signals) throws Exception {
    Path temporary = Scratch.folder("temporary-");
    ScenarioFolder folder = ScenarioFolder.create();
    for (int i = 0; i < 5; i++) {
      folder.scenario("call-" + i, "offer: { base: plain }", "expect: { status: 200 }");
    }
    try (SilentTarget target = new SilentTarget()) {
      String path = folder.path().toString();
      ParleyProcess process =
          start(folder.path(), temporary, List.of("run", path, "--target", target.uri()));
      target.await("INVITE");
      for (String signal : signals) {
        process.signal(signal);
      }
      assertThat(process.ended().code()).isEqualTo(130);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  public void aFarEndThatIsInterrupted() throws Exception {
    Path temporary = Scratch.folder("temporary-");
    InetSocketAddress at = OwnPlace.next();
    String place = "udp:" + at.getAddress().getHostAddress() + ":" + at.getPort();
    ParleyProcess process =
        start(
            Scratch.folder("leaves-"),
            temporary,
            List.of("serve", "--as", "zoom-byoc", "--listen", place));
    process.awaitOutput("serving zoom-byoc on " + place);
    process.signal("INT");
    process.ended();
    assertThat(temporary).isEmptyDirectory();
  }

  /** The second signal comes in the middle of a hook, which is where a file is open. */
  @Test
  public void aRunThatIsKilledInAHook() throws Exception {
    Path temporary = Scratch.folder("temporary-");
    ScenarioFolder folder = ScenarioFolder.create();
    folder.scenario("one", "offer: { base: plain }", "expect: { status: 200 }");
    Path begun = folder.path().resolve("begun");
    Path target =
        Files.writeString(
            Scratch.file("target-", ".yaml"),
            """
            target: hooked
            address: 127.0.3.1:5060
            hooks:
              before-run: [/bin/sh, -c, 'echo of the hook; touch %s; exec sleep 60']
            """
                .formatted(begun));
    ParleyProcess process =
        start(
            folder.path(),
            temporary,
            List.of("run", folder.path().toString(), "--target", target.toString()));
    process.await("the hook begins", () -> Files.exists(begun));
    process.signal("INT");
    process.signal("KILL");
    process.ended();
    assertThat(temporary).isEmptyDirectory();
  }

  private static ParleyProcess start(Path folder, Path temporary, List<String> command) {
    Map<String, String> environment =
        Map.of(
            "TMPDIR", temporary.toString(), "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    return ParleyProcess.start(
        folder, ParleyProcess.jar(), environment, command.toArray(String[]::new));
  }
}
