package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.Installed;
import io.parley.target.docker.RequiresDocker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** The image of Parley itself, built from {@code docker/Dockerfile} and run. */
public class HarnessImageIT {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final int BUILD_SECONDS = 240;

  private final String image = "parley/harness-it:" + ProcessHandle.current().pid();
  private Path mounted;

  @BeforeClass
  public void build() throws Exception {
    Installed.require("docker", "docker.io");
    RequiresDocker.check();
    ParleyProcess.jar();
    mounted = Scratch.folder("image-");
    String file = HERE.resolve("docker/Dockerfile").toString();
    ParleyProcess.Ended built =
        docker("build", "-q", "--network", "host", "-t", image, "-f", file, HERE.toString());
    assertThat(built.code()).as("%s", built).isZero();
  }

  @AfterClass(alwaysRun = true)
  public void remove() {
    if (mounted != null) {
      docker("rmi", "-f", image);
    }
  }

  @Test
  public void itPlaysScenariosAsWhoeverStartsItAndNotAsRoot() throws Exception {
    Files.setPosixFilePermissions(mounted, PosixFilePermissions.fromString("rwxrwxrwx"));
    ParleyProcess.Ended ended =
        run(
            List.of("-v", mounted + ":/lab", "-u", "4711"),
            "run",
            "--no-html",
            "--tag",
            "busy",
            "--profile",
            "zoom-byoc");

    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out()).contains("passed");
    Path report = mounted.resolve("reports/junit.xml");
    assertThat(report).isNotEmptyFile();
    assertThat(Files.getAttribute(report, "unix:uid")).isEqualTo(4711);
  }

  @Test
  public void ofItselfItRunsWithoutRightsAndItsExitCodeIsParleys() {
    assertThat(run(List.of("--entrypoint", "id"), "-u").out().strip()).isEqualTo("10001");
    ParleyProcess.Ended nothing = run(List.of(), "run", "nosuch.yaml");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("nosuch.yaml: cannot read the file");
  }

  @Test
  public void theScenariosLieInItToBeNamed() {
    ParleyProcess.Ended listed = run(List.of(), "list", "/opt/parley/scenarios/srtp");
    assertThat(listed.code()).as("%s", listed).isZero();
    assertThat(listed.out()).contains("srtp-none@teams-direct-routing");
  }

  private ParleyProcess.Ended run(List<String> options, String... arguments) {
    List<String> words = new ArrayList<>(List.of("run", "--rm", "--network", "host"));
    words.addAll(options);
    words.add(image);
    words.addAll(List.of(arguments));
    return docker(words.toArray(String[]::new));
  }

  private static ParleyProcess.Ended docker(String... words) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(words));
    return ParleyProcess.startCommand(HERE, Map.of("DOCKER_BUILDKIT", "0"), command)
        .ended(BUILD_SECONDS);
  }
}
