package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.compare.RunFile;
import io.parley.run.ExitCode;
import io.parley.run.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What {@code parley compare} prints, and how it ends. */
public class CompareCommandTests {
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final String EVIL = "<script>alert(1)</script>\u001b[31m]]>\u0000\u202e";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path folder;

  @BeforeMethod
  public void clear() throws IOException {
    out.reset();
    err.reset();
    // Of the same length everywhere: what is printed is wrapped.
    folder = Path.of("target", "compare-tests");
    for (String run : List.of("before", "after")) {
      Files.deleteIfExists(folder.resolve(run).resolve("run.json"));
      Files.deleteIfExists(folder.resolve(run));
    }
    Files.createDirectories(folder);
  }

  @Test
  public void aChangeWindowReadsAsWritten() {
    before().in(folder.resolve("before"));
    after().in(folder.resolve("after"));
    assertThat(compare()).isEqualTo(ExitCode.FAILED);
    GoldenFile.assertEquals("compare.txt", shown());
  }

  @Test
  public void aProgramReadsTheSame() {
    before().in(folder.resolve("before"));
    after().in(folder.resolve("after"));
    assertThat(compare("--json")).isEqualTo(ExitCode.FAILED);
    GoldenFile.assertEquals("compare.json", shown());
  }

  @Test
  public void aBrowserReadsTheSame() throws IOException {
    before().in(folder.resolve("before"));
    after().in(folder.resolve("after"));
    Path page = folder.resolve("page.html");
    compare("--html", page.toString());
    GoldenFile.assertEquals("compare.html", Files.readString(page));
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
    before().in(folder.resolve("before"));
    after().in(folder.resolve("after"));
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
    GoldenFile.assertEquals("compare-accepted.txt", shown());
    out.reset();
    assertThat(compare("--strict", "--accept", accept.toString())).isEqualTo(ExitCode.FAILED);
  }

  @Test
  public void mistakesInItsFilesHaveTheirPlaces() throws IOException {
    before().in(folder.resolve("before"));
    after().in(folder.resolve("after"));
    Path accept = folder.resolve("accept.yaml");
    Files.writeString(
        accept,
        """
        - { kind: warnings, reason: x }
        - { kind: warning }
        - { reason: everything }
        - { to: "/(/", reason: x }
        - { kind: status, until: soon, reason: x }
        """);
    Path noise = folder.resolve("noise.yaml");
    Files.writeString(
        noise,
        """
        - { find: a, replace: b }
        - { header: Via, find: "[", replace: b }
        - { line: "a=x", find: "x", replace: "$1" }
        """);
    assertThatThrownBy(() -> compare("--accept", accept.toString(), "--noise", noise.toString()))
        .isInstanceOfSatisfying(
            UsageException.class,
            e ->
                GoldenFile.assertEquals(
                    "compare-mistakes.txt", String.join("\n", e.lines()) + "\n"));
  }

  @Test
  public void runsThatCannotBeComparedAreRefused() throws IOException {
    new RunFile("2026-11-20T10:00:00Z").played("a", "passed").in(folder.resolve("before"));
    refused("does not exist");
    Files.createDirectories(folder.resolve("after"));
    refused("holds no run");
    new RunFile("2026-11-21T10:00:00Z").played("b", "passed").in(folder.resolve("after"));
    refused("have no case in common");
    new RunFile("2026-11-21T10:00:00Z").format(3).in(folder.resolve("after"));
    refused("newer Parley");
  }

  @Test
  public void anOlderRecordIsComparedByWhatItHas() {
    RunFile old = new RunFile("2026-11-20T10:00:00Z").format(1);
    old.played("a", "passed").played("b", "passed").in(folder.resolve("before"));
    new RunFile("2026-11-21T10:00:00Z")
        .played("a", "passed", "response/status", "488", "response/Server:", "x")
        .failed("b", "488", "answered 200 OK", "response/status", "200")
        .in(folder.resolve("after"));
    assertThat(compare()).isEqualTo(ExitCode.FAILED);
    assertThat(shown())
        .contains("written by an older Parley (format 1)")
        .contains("regression")
        .doesNotContain("Server");
  }

  @Test
  public void aRunThatWasKilledIsComparedAsFarAsItGoes() throws IOException {
    before().in(folder.resolve("before"));
    String text = after().text();
    Path file = after().in(folder.resolve("after")).resolve("run.json");
    Files.writeString(file, text.substring(0, text.indexOf("codec-order") + 40));
    assertThat(compare()).isEqualTo(ExitCode.FAILED);
    assertThat(shown())
        .contains("the second run is cut off (1:")
        .contains("cases are in it")
        .doesNotContain("only-before");
    Files.writeString(file, after().end("running").about("planned", 500).text());
    out.reset();
    compare();
    assertThat(shown()).contains("was killed, or goes on: 9 of 500 cases are in it");
  }

  @Test
  public void otherTargetsAndScenariosAreSaid() {
    new RunFile("2026-11-20T10:00:00Z").played("a", "passed").in(folder.resolve("before"));
    new RunFile("2026-11-19T10:00:00Z")
        .about("target", "other-sbc")
        .about("version", "0.2.0")
        .played("a", "passed")
        .hash("a", "fedcba9876543210")
        .in(folder.resolve("after"));
    assertThat(compare()).isEqualTo(ExitCode.PASSED);
    assertThat(shown().replaceAll("\\s+", " "))
        .contains("different targets: lab-sbc before, other-sbc after")
        .contains("different versions of Parley: 0.1.0 before, 0.2.0 after")
        .contains("are they swapped?")
        .contains("the scenario of 1 case was changed between the runs");
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

  private static RunFile before() {
    return new RunFile("2026-11-20T10:00:00Z")
        .played(
            "srtp-demanded@teams",
            "passed",
            "response/status",
            "488",
            "response/phrase",
            "Not Acceptable Here")
        .failed("busy-through", "486", "answered 503", "response/status", "503")
        .played(
            "codec-order",
            "passed",
            "response/status",
            "200",
            "response/audio codecs",
            "PCMU/8000, PCMA/8000",
            "response/streams",
            "audio")
        .played(
            "warned[codec=PCMU]",
            "passed",
            "response/status",
            "488",
            "response/Warning:",
            "304 sbc \"Media type not available\"")
        .played(
            "warned[codec=PCMA]",
            "passed",
            "response/status",
            "488",
            "response/Warning:",
            "304 sbc \"Media type not available\"")
        .timed("slow", 20, 21, 22, 23, 24, 25)
        .played("gone", "passed", "response/status", "200")
        .played("now-skipped", "passed", "response/status", "200")
        .skipped("never", "no expectation for zoom-byoc");
  }

  private static RunFile after() {
    return new RunFile("2026-11-21T10:00:00Z")
        .about("software", "SBC 7.3")
        .failed(
            "srtp-demanded@teams",
            "488",
            "answered 200 OK after 31 ms",
            "response/status",
            "200",
            "response/phrase",
            "OK")
        .played("busy-through", "passed", "response/status", "486")
        .played(
            "codec-order",
            "passed",
            "response/status",
            "200",
            "response/audio codecs",
            "PCMA/8000, PCMU/8000",
            "response/streams",
            "audio")
        .played(
            "warned[codec=PCMU]",
            "passed",
            "response/status",
            "488",
            "response/Warning:",
            "399 sbc \"Denied\"")
        .played(
            "warned[codec=PCMA]",
            "passed",
            "response/status",
            "488",
            "response/Warning:",
            "399 sbc \"Denied\"")
        .timed("slow", 120, 121, 122, 123, 124, 125)
        .played("new", "passed", "response/status", "200")
        .skipped("now-skipped", "the target has no number 'busy'")
        .skipped("never", "no expectation for zoom-byoc");
  }

  private void refused(String why) {
    assertThatThrownBy(this::compare).isInstanceOf(UsageException.class).hasMessageContaining(why);
  }

  private ExitCode compare(String... more) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.add(folder.resolve("before").toString());
    all.add(folder.resolve("after").toString());
    all.addAll(List.of(more));
    Console console = new Console(out, err, false, new Palette(false));
    return new CompareCommand(console, TODAY)
        .execute(
            CompareOptions.of(
                CommandTree.build().parseArgs(all.toArray(String[]::new)).subcommand()));
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
