package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

/** The launcher script of the source tree, after a build. */
public class LauncherIT {
  private static final Path LAUNCHER = Path.of("parley").toAbsolutePath();
  private static final List<String> TOOLS =
      List.of("sh", "env", "cat", "find", "head", "sed", "mkdir", "rm", "mv", "readlink");

  @Test
  public void worksThroughASymbolicLinkAndFromAnyFolder() throws IOException {
    Path folder = Scratch.folder("link-");
    Path link = Files.createSymbolicLink(folder.resolve("first"), LAUNCHER);
    Files.createSymbolicLink(folder.resolve("second"), link.getFileName());

    ParleyProcess.Ended ended = launch(folder, Map.of(), "./second", "--version");

    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out()).startsWith("parley ");
  }

  @Test
  public void passesArgumentsWithSpacesAndTheExitCode() throws IOException {
    Path folder = Scratch.folder("args-");
    ParleyProcess.Ended ended =
        launch(folder, Map.of(), LAUNCHER.toString(), "validate", "no such folder");
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.err()).contains("no such folder");
  }

  @Test
  public void saysThatJavaIsMissing() throws IOException {
    Path bin = toolsWithoutJava();
    ParleyProcess.Ended ended =
        launch(bin, Map.of("PATH", bin.toString()), "sh", LAUNCHER.toString(), "--version");
    assertThat(ended.code()).as("%s", ended).isEqualTo(3);
    assertThat(ended.err())
        .contains("Java 17 or newer is needed", "apt-get install")
        .hasLineCount(1);
  }

  @Test
  public void saysThatJavaIsTooOld() throws IOException {
    Path bin = toolsWithoutJava();
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    ParleyProcess.Ended ended =
        launch(bin, Map.of("PATH", bin.toString()), "sh", LAUNCHER.toString(), "--version");
    assertThat(ended.code()).as("%s", ended).isEqualTo(3);
    assertThat(ended.err()).contains("Java 17 or newer is needed", "version 11").hasLineCount(1);
  }

  private static ParleyProcess.Ended launch(
      Path folder, Map<String, String> environment, String... command) {
    List<String> all = new ArrayList<>(List.of("/usr/bin/env", "-u", "JAVA_HOME"));
    all.addAll(List.of(command));
    return ParleyProcess.startCommand(folder, environment, all).ended();
  }

  /** A folder for PATH with the tools that the launcher needs, and no Java. */
  private static Path toolsWithoutJava() throws IOException {
    Path bin = Scratch.folder("bin-");
    for (String tool : TOOLS) {
      Path usual = Path.of("/bin", tool);
      Files.createSymbolicLink(
          bin.resolve(tool), Files.exists(usual) ? usual : Path.of("/usr/bin", tool));
    }
    return bin;
  }
}
