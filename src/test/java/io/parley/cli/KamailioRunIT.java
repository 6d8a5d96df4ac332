package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.target.docker.RequiresDocker;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/** Runs at the Kamailio container, as a user starts them. */
public class KamailioRunIT {
  private static final Map<String, String> NO_ENGINE =
      Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock");

  @Test
  public void everyShippedScenarioIsPlayedUnderEveryProfile() throws Exception {
    RequiresDocker.check();
    Path folder = Scratch.folder("kamailio-");

    ParleyProcess.Ended ended =
        ParleyProcess.start(folder, "run", "--target", "docker:kamailio", "--no-html").ended(400);

    assertThat(ended.code()).as("%s", ended).isZero();
    Results results = new Results(folder.resolve("reports"));
    assertThat(results.allure("failed") + results.allure("broken")).isZero();
    assertThat(results.allure("passed")).isGreaterThan(250);
    assertThat(skippedForWantOfMeans(results))
        .contains("request-from-missing", "request-version-unknown", "torture-wsinv");
  }

  @Test(timeOut = 120_000)
  public void anInterruptedRunLeavesNoContainer() throws Exception {
    RequiresDocker.check();
    Path folder = Scratch.folder("kamailio-");
    String since = Long.toString(System.currentTimeMillis() / 1000);
    ParleyProcess process =
        ParleyProcess.start(folder, "run", "--target", "docker:kamailio", "--no-html");
    String owner = "label=io.parley.owner=" + process.pid();
    String started = "event=start";
    firstLine("docker", "events", "--since", since, "--filter", owner, "--filter", started);

    process.signal("INT");

    assertThat(process.ended(30).code()).isEqualTo(130);
    assertThat(firstLine("docker", "ps", "--all", "--quiet", "--filter", owner)).isEmpty();
  }

  @Test
  public void withoutAnEngineOneLineSaysWhatToDoWithinThreeSeconds() throws Exception {
    Path folder = Scratch.folder("no-engine-");
    long start = System.nanoTime();

    ParleyProcess.Ended ended =
        ParleyProcess.start(
                folder, ParleyProcess.jar(), NO_ENGINE, "run", "--target", "docker:kamailio")
            .ended();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .matches(
            "parley: docker:kamailio: no Docker engine answers at"
                + " unix:///nowhere/docker.sock .*Start one.*\n");
    assertThat((System.nanoTime() - start) / 1_000_000).as("ms").isLessThan(3_000);
  }

  @Test
  public void whatWouldBePlayedIsListedWithoutAnEngine() throws Exception {
    Path folder = Scratch.folder("list-");

    ParleyProcess.Ended ended =
        ParleyProcess.start(
                folder, ParleyProcess.jar(), NO_ENGINE, "list", "--target", "docker:kamailio")
            .ended();

    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out()).contains("srtp-none@teams-direct-routing");
  }

  /** The first line that a command prints, waiting for it; empty when it prints none. */
  private static Optional<String> firstLine(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines = process.inputReader()) {
      return Optional.ofNullable(lines.readLine());
    } finally {
      process.destroy();
    }
  }

  /** Scenarios that were skipped for a reason of the target's, not for want of an expectation. */
  private static Set<String> skippedForWantOfMeans(Results results) throws Exception {
    Set<String> out = new TreeSet<>();
    for (JsonNode result : results.allure()) {
      String why = result.path("statusDetails").path("message").asString("");
      if (result.path("status").asString().equals("skipped") && why.contains("Kamailio's core")) {
        out.add(result.path("fullName").asString().replaceAll("@.*|\\[.*", ""));
      }
    }
    return out;
  }
}
