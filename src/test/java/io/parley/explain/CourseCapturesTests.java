package io.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capture.CaptureException;
import io.parley.capture.CaptureFile;
import io.parley.capture.Invitation;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Captures by dumpcap of calls by SIPp, some through Kamailio: every course that a call takes,
 * every link type, and TCP as it comes. {@code record.py} beside them made them.
 */
public class CourseCapturesTests {
  static final Path FOLDER = Recorded.FOLDER.resolve("courses");

  /** Those whose INVITE is not whole. */
  private static final List<String> CUT = List.of("snap-length.pcapng", "tcp-segment-lost.pcapng");

  @DataProvider
  public Object[][] courses() throws IOException {
    return Files.readAllLines(FOLDER.resolve("courses.csv")).stream()
        .filter(l -> !l.startsWith("#"))
        .map(l -> (Object[]) l.split(";"))
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "courses")
  public void eachCourseIsToldAsItWas(String name, String expected) {
    String told;
    try {
      told =
          explained(name).calls().stream()
              .map(CourseCapturesTests::told)
              .collect(Collectors.joining(","));
    } catch (CaptureException e) {
      assertThat(e).hasMessageContaining(expected);
      return;
    }
    assertThat(told).isEqualTo(expected);
  }

  private static String told(ExplainedCall c) {
    Invitation i = c.invitation();
    return i.status()
        + (c.leg().cameFrom().isPresent() ? "/" + c.leg().cameFrom().getAsInt() : "")
        + (c.leg().refusedOn() ? "!" : "")
        + (i.challenges() > 0 ? "+" + i.challenges() : "")
        + (i.retransmissions() > 0 ? "*" + i.retransmissions() : "")
        + (i.initial() ? "" : "~");
  }

  /** Whatever the link, the transport and the damage, the same offer breaks the same rule. */
  @Test(dataProvider = "courses")
  public void theRuleIsTheSame(String name, String expected) {
    if (expected.contains("INVITE")) {
      return;
    }
    for (ExplainedCall c : explained(name).calls()) {
      assertThat(c.invitation().request().cut()).isEqualTo(CUT.contains(name));
      List<String> rules = c.broken().stream().map(BrokenRule::name).toList();
      if (CUT.contains(name)) {
        assertThat(rules).isEmpty();
        assertThat(c.remarks().get(0)).contains("not whole in the capture");
      } else {
        assertThat(rules).isEqualTo(rules(name));
      }
    }
  }

  private static List<String> rules(String name) {
    return switch (name) {
      case "delayed-offer.pcapng" -> List.of("offer-missing");
      case "reinvite-refused.pcapng" -> List.of("audio-missing");
      case "srtp-ice.pcapng" -> List.of();
      default -> List.of("srtp-missing");
    };
  }

  @Test
  public void everyCaptureIsListed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(f -> f.getFileName().toString())
                  .filter(n -> n.contains(".pcap") && !n.startsWith("pair-")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(courses()).map(c -> c[0].toString()).toList());
    }
  }

  private static Explanation explained(String name) {
    Profile teams = Profiles.shipped().get("teams-direct-routing").orElseThrow();
    return new Explainer(List.of(teams), true).explain(CaptureFile.read(FOLDER.resolve(name)));
  }
}
