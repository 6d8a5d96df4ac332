package io.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capture.CaptureFile;
import io.parley.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** A failing call against a working one, both by SIPp, that differ in one thing: it comes first. */
public class ComparisonTests {
  private final Explainer explainer =
      new Explainer(
          Profiles.shipped().names().stream()
              .map(n -> Profiles.shipped().get(n).orElseThrow())
              .toList(),
          false);

  @DataProvider
  public Object[][] pairs() throws IOException {
    return Files.readAllLines(CourseCapturesTests.FOLDER.resolve("pairs.csv")).stream()
        .filter(l -> !l.startsWith("#"))
        .map(l -> (Object[]) l.split(";"))
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "pairs")
  public void theOneDifferenceComesFirst(
      String failing, String working, String about, String what) {
    List<Difference> found = compared(failing, working).differences();
    assertThat(found).as("differences").isNotEmpty();
    assertThat(found.get(0).subject().label() + ";" + found.get(0).what())
        .isEqualTo(about + ";" + what);
  }

  @Test
  public void twoCallsThatAreAlikeDifferInNothing() {
    assertThat(compared("refused.pcapng", "early-media.pcapng").differences()).isEmpty();
  }

  @Test
  public void aRuleThatBothBreakIsNoSuspect() {
    Comparison comparison = compared("pair-hold.pcapng", "answered.pcapng");
    assertThat(comparison.suspects())
        .extracting(BrokenRule::name)
        .containsExactly("media-blackhole");
    assertThat(comparison.brokenByBoth()).contains("srtp-missing");
  }

  private Comparison compared(String failing, String working) {
    return Comparison.of(call(failing), call(working));
  }

  private ExplainedCall call(String name) {
    return explainer.explain(CaptureFile.read(CourseCapturesTests.FOLDER.resolve(name))).telling();
  }
}
