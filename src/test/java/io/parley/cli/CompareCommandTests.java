package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.compare.RunFile;
import io.parley.run.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** What {@code parley compare} prints, and how it ends. */
public class CompareCommandTests extends ComparedRuns {
  private static final String EVIL = "<script>alert(1)</script>\u001b[31m]]>\u0000\u202e";

  @Test
  public void aChangeWindowReadsAsWritten() {
    both();
    assertThat(compare()).isEqualTo(ExitCode.FAILED);
    GoldenFile.assertEquals("cli/compare.txt", shown());
  }

  @Test
  public void aProgramReadsTheSame() {
    both();
    assertThat(compare("--json")).isEqualTo(ExitCode.FAILED);
    GoldenFile.assertEquals("cli/compare.json", shown());
  }

  @Test
  public void aBrowserReadsTheSame() throws IOException {
    both();
    Path page = folder.resolve("page.html");
    compare("--html", page.toString());
    GoldenFile.assertEquals("cli/compare.html", Files.readString(page));
  }

  @Test
  public void nothingDiffersWhereOnlyNoiseDoes() {
    new RunFile("2026-11-20T10:00:00Z")
        .played(
            "a",
            "passed",
            "response/Warning:",
            "304 x \"y\"",
            "response/session o=",
            "- 1 2 IN IP4 {sbc}")
        .in(folder.resolve("before"));
    new RunFile("2026-11-21T10:00:00Z")
        .played(
            "a",
            "passed",
            "response/Warning:",
            "304 x \"y\"",
            "response/session o=",
            "- 7 8 IN IP4 {sbc}")
        .in(folder.resolve("after"));
    assertThat(compare("--strict")).isEqualTo(ExitCode.PASSED);
    assertThat(shown()).contains("1 case compared: nothing differs");
  }

  @Test
  public void rulesOfTheUserTakeMoreNoiseOut() throws IOException {
    new RunFile("2026-11-20T10:00:00Z")
        .played("a", "passed", "response/X-Node:", "edge-17 up 12 s")
        .in(folder.resolve("before"));
    new RunFile("2026-11-21T10:00:00Z")
        .played("a", "passed", "response/X-Node:", "edge-03 up 99 s")
        .in(folder.resolve("after"));
    assertThat(compare("--strict")).isEqualTo(ExitCode.FAILED);
    Path noise = folder.resolve("noise.yaml");
    Files.writeString(
        noise,
        "- { header: x-node, find: 'edge-\\d+ up \\d+', replace: 'edge up', why: cluster }\n");
    out.reset();
    assertThat(compare("--strict", "--noise", noise.toString())).isEqualTo(ExitCode.PASSED);
  }

  @Test
  public void whatIsAcceptedDoesNotFail() throws IOException {
    both();
    Path accept = folder.resolve("accept.yaml");
    Files.writeString(
        accept,
        """
        - { kind: regression, cases: "srtp-*", reason: "CHG-1: SRTP is optional on this trunk now" }
        - { kind: warning, to: "/399 .*/", reason: "CHG-2: other wording" }
        - { kind: codecs, until: 2026-11-20, reason: "CHG-3: until the old phones are gone" }
        - { kind: dtls, reason: "CHG-4: never came" }
        """);
    assertThat(compare("--accept", accept.toString())).isEqualTo(ExitCode.PASSED);
    GoldenFile.assertEquals("cli/compare-accepted.txt", shown());
    out.reset();
    assertThat(compare("--strict", "--accept", accept.toString())).isEqualTo(ExitCode.FAILED);
  }

  @Test
  public void hostileValuesAreHarmlessAndWhole() throws IOException {
    String large = "x".repeat(65_536);
    new RunFile("2026-11-20T10:00:00Z")
        .played("a", "passed", "response/Warning:", "fine", "response/X-Large:", "small")
        .in(folder.resolve("before"));
    new RunFile("2026-11-21T10:00:00Z")
        .played("a", "passed", "response/Warning:", EVIL, "response/X-Large:", large)
        .in(folder.resolve("after"));
    Path page = folder.resolve("page.html");
    compare("--html", page.toString());
    assertThat(shown())
        .doesNotContain("\u001b")
        .doesNotContain("\u0000")
        .contains("(65536 characters)");
    assertThat(shown().length()).isLessThan(4_000);
    assertThat(Files.readString(page))
        .doesNotContain("<script")
        .doesNotContain("\u001b")
        .contains("&lt;script&gt;alert(1)")
        .contains(large);
    out.reset();
    compare("--json");
    assertThat(shown()).doesNotContain("\u001b").contains("\\u001b[31m]]>\\u0000").contains(large);
  }
}
