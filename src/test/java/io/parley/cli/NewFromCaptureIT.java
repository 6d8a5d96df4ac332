package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.explain.Recorded;
import io.parley.peer.OwnPlace;
import io.parley.peer.Sipp;
import io.parley.target.docker.KamailioTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What {@code parley new --from} writes, played: the same status from the same kind of target. */
public class NewFromCaptureIT {
  private static final String TEAMS = "teams-direct-routing";

  @DataProvider
  public Object[][] profiles() {
    Map<String, List<Recorded>> byProfile =
        Recorded.all().stream().collect(Collectors.groupingBy(Recorded::profile));
    return byProfile.entrySet().stream()
        .map(e -> new Object[] {e.getKey(), e.getValue()})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "profiles")
  public void theSameStatusComesBack(String profile, List<Recorded> captures)
      throws IOException, InterruptedException {
    Path folder = Scratch.folder("new-");
    for (Recorded r : captures) {
      Path file = NewFromCaptureTests.written(r.faulty(), "--as", profile);
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    ParleyProcess.Ended ended =
        ParleyProcess.start(folder, "run", ".", "--no-html", "--profile", profile).ended();
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains(captures.size() + " passed").doesNotContain("skipped");
  }

  /** Calls of every course, by the profile that answers them as they were answered, and by SBC. */
  @DataProvider
  public Object[][] courses() throws IOException {
    Map<String, List<String>> byProfile =
        Files.readAllLines(Recorded.FOLDER.resolve("courses/roundtrip.csv")).stream()
            .filter(l -> !l.startsWith("#"))
            .collect(
                Collectors.groupingBy(
                    l -> l.split(";")[1],
                    Collectors.mapping(l -> l.split(";")[0], Collectors.toList())));
    return byProfile.entrySet().stream()
        .flatMap(
            e ->
                Stream.of("embedded", KamailioTarget.NAME)
                    .filter(target -> target.equals("embedded") || e.getKey().equals(TEAMS))
                    .map(target -> new Object[] {e.getKey(), target, e.getValue()}))
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "courses")
  public void everyCourseIsPlayedAgain(String profile, String target, List<String> captures)
      throws IOException, InterruptedException {
    Path folder = written(captures, "--as", profile);
    ParleyProcess.Ended ended =
        ParleyProcess.start(
                folder, "run", ".", "--no-html", "--profile", profile, "--target", target)
            .ended();
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains(captures.size() + " passed").doesNotContain("skipped");
  }

  /** Where no far end is named, each profile is expected to do as its rules say, and does. */
  @Test
  public void withoutAProfileEveryFarEndDoesAsItsRulesSay()
      throws IOException, InterruptedException {
    List<String> captures =
        Files.readAllLines(Recorded.FOLDER.resolve("courses/roundtrip.csv")).stream()
            .filter(l -> !l.startsWith("#"))
            .map(l -> l.split(";")[0])
            .toList();
    Path folder = written(captures);
    ParleyProcess.Ended ended = ParleyProcess.start(folder, "run", ".", "--no-html").ended();
    // Nothing but what came back matters here, however late a loaded machine clears up.
    assertThat(ended.out())
        .as(ended.err())
        .contains(captures.size() * 4 + " cases in ")
        .doesNotContain("unexpected status", "control call refused", "not received");
  }

  /** SIPp refuses the captured offer as it did, and takes the repaired one. */
  @Test
  public void sippRefusesItAsItDid() throws IOException, InterruptedException {
    Sipp.require();
    Path folder = written(List.of("courses/refused.pcapng"), "--as", TEAMS);
    InetSocketAddress place = OwnPlace.next();
    Path xml = Path.of("src/test/resources/sipp/refuses-plain-rtp.xml").toAbsolutePath();
    try (Sipp sipp = Sipp.start("-sf " + xml, Sipp.at(place)).listening(place)) {
      ParleyProcess.Ended ended =
          ParleyProcess.start(
                  folder,
                  "run",
                  ".",
                  "--no-html",
                  "--no-check",
                  "--profile",
                  TEAMS,
                  "--target",
                  "sip:" + place.getAddress().getHostAddress() + ":" + place.getPort())
              .ended();
      assertThat(ended.code()).as(ended.out() + ended.err() + sipp.output()).isZero();
      assertThat(ended.out()).contains("1 passed");
    }
  }

  private static Path written(List<String> captures, String... more) throws IOException {
    Path folder = Scratch.folder("parley-new-");
    for (String capture : captures) {
      Path file = NewFromCaptureTests.written(Recorded.FOLDER.resolve(capture), more);
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    return folder;
  }
}
