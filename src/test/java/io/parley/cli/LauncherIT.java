package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
    program(bin.resolve("java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    ParleyProcess.Ended ended =
        launch(bin, Map.of("PATH", bin.toString()), "sh", LAUNCHER.toString(), "--version");
    assertThat(ended.code()).as("%s", ended).isEqualTo(3);
    assertThat(ended.err()).contains("Java 17 or newer is needed", "version 11").hasLineCount(1);
  }

  /** A process that runs from the old program file keeps it. */
  @Test
  public void buildsBesideTheOldProgramFileNotIntoIt() throws IOException {
    Path tree = Scratch.folder("tree-");
    Files.copy(LAUNCHER, tree.resolve("parley"));
    Path jar =
        Files.writeString(
            Files.createDirectory(tree.resolve("target")).resolve("parley.jar"), "old");
    Path held = Files.createLink(tree.resolve("held"), jar);
    Files.writeString(tree.resolve("pom.xml"), "newer than the jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    Path bin = Files.createDirectory(tree.resolve("bin"));
    program(bin.resolve("mvn"), "printf new >'%s'".formatted(jar));

    launch(tree, Map.of("PATH", bin + ":" + System.getenv("PATH")), "./parley", "--version");

    assertThat(jar).hasContent("new");
    assertThat(held).hasContent("old");
  }

  private static void program(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
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
