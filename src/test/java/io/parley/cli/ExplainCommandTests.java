package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.GoldenFile;
import io.parley.Scratch;
import io.parley.diagnosis.CodeMeaning;
import io.parley.diagnosis.ResponseCodes;
import io.parley.explain.Recorded;
import io.parley.run.ExitCode;
import io.parley.run.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What {@code parley explain} prints. */
public class ExplainCommandTests {
  private static final String TEAMS = "teams-direct-routing";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeMethod
  public void clear() {
    out.reset();
    err.reset();
  }

  @DataProvider
  public Object[][] shown() {
    return new Object[][] {
      {"status", ExitCode.PASSED, new String[] {"488"}},
      {"zoom", ExitCode.PASSED, new String[] {"2202488"}},
      {"microsoft", ExitCode.PASSED, new String[] {"531052"}},
      {"range", ExitCode.PASSED, new String[] {"600-699"}},
      {"undefined", ExitCode.PASSED, new String[] {"499"}},
      {"status-line", ExitCode.PASSED, new String[] {"SIP/2.0 603 MaxPeak Cost Exceeded"}},
      {"sbc-made", ExitCode.PASSED, new String[] {"560486"}},
      {"rule", ExitCode.FAILED, new String[] {at("srtp-none"), "--as", TEAMS}},
      {"all-profiles", ExitCode.FAILED, main(at("codec-opus-only"))},
      {"missing-line", ExitCode.FAILED, new String[] {at("time-missing"), "--as", TEAMS}},
      {"no-offer", ExitCode.FAILED, main(at("offer-missing"))},
      {"good", ExitCode.PASSED, main(at("srtp-none-repaired"))},
      {
        "against",
        ExitCode.FAILED,
        main(at("blackhole-session"), "--against", at("blackhole-session-repaired"))
      },
      {
        "against-none",
        ExitCode.PASSED,
        main(at("inactive-repaired"), "--against", at("port-zero-repaired"))
      },
      {"json", ExitCode.FAILED, new String[] {at("suite-32-only"), "--as", TEAMS, "--json"}},
      {"json-code", ExitCode.PASSED, new String[] {"603", "--json"}},
      {
        "json-against",
        ExitCode.FAILED,
        main(at("ice-missing"), "--against", at("ice-missing-repaired"), "--json")
      },
      {"trace", ExitCode.FAILED, main("src/test/resources/captures/teams.txt")},
    };
  }

  @Test(dataProvider = "shown")
  public void itReadsAsWritten(String golden, ExitCode expected, String[] arguments) {
    ExitCode code = explain("", arguments);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(code).as(text + err).isEqualTo(expected);
    assertThat(text).doesNotContain("WVNfX19zZW1jdGwg");
    GoldenFile.assertEquals("cli/explain-" + golden + ".txt", text);
  }

  @Test
  public void aTraceFromStandardInput() throws IOException {
    String trace = Files.readString(Recorded.FOLDER.resolve("teams.txt"));
    assertThat(explain(trace, "-", "--as", TEAMS)).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("standard input: 1 call")
        .contains("breaks      srtp-missing")
        .contains("<<<<< expected SRTP (RTP/SAVP), found RTP/AVP");
  }

  @Test
  public void aTruncatedCaptureIsExplainedAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(Recorded.file("suite-32-only"));
    Path file = Scratch.file("explain-", ".pcap");
    Files.write(file, Arrays.copyOf(whole, whole.length - 10));
    assertThat(explain("", file.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("no-common-suite");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("ends within the block after packet 4");
  }

  @DataProvider
  public Object[][] hopeless() {
    return new Object[][] {
      {"", "standard input: the file is empty"},
      {"no SIP here\n", "standard input: no SIP message found in 12 bytes, read as text"},
      {"SIP/2.0 488 No\nCall-ID: x\nCSeq: 1 INVITE\n\n", "answers an INVITE that is not in it"},
    };
  }

  @Test(dataProvider = "hopeless")
  public void whatCannotBeExplainedSaysWhy(String input, String message) {
    assertThat(explain(input, "-")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(message).hasLineCount(1);
    assertThat(out.size()).isZero();
  }

  @Test
  public void aFileThatIsNotThere() {
    assertThat(explain("", "no-such-file.pcap")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no-such-file.pcap: no such file");
  }

  @Test
  public void codesAndProfilesThatAreNotKnown() {
    assertThatThrownBy(() -> explain("", "999")).hasMessageContaining("999: no code that is known");
    assertThatThrownBy(() -> explain("", "488", "--as", "zoom-byoc"))
        .hasMessage(
            "--as: expected a capture or a trace with it, found the code 488. Leave --as out");
    assertThatThrownBy(() -> explain("", at("srtp-none"), "--as", "teems"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("unknown profile 'teems'. Profiles: teams-direct-routing");
    assertThatThrownBy(() -> explain("", at("srtp-none"), "--call", "2"))
        .hasMessageContaining("there is no call 2");
  }

  @DataProvider
  public Object[][] noRefusals() {
    return new Object[][] {
      {"200", "refuses nothing: the request was accepted"},
      {"SIP/2.0 180 Ringing", "refuses nothing: the call goes on"},
      {"1xx", "refusals are 300 to 699"},
      {"531999", "Known ones like it: 531000, 531004"},
      {"488/999999", "no code that is known"},
      {"123456789", "end with a SIP status"},
    };
  }

  @Test(dataProvider = "noRefusals")
  public void whatIsNoRefusalSaysWhatItIs(String code, String words) {
    assertThatThrownBy(() -> explain("", code))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(words);
  }

  @DataProvider
  public Object[][] codes() {
    return ResponseCodes.shipped().all().stream()
        .flatMap(
            m ->
                Stream.concat(
                    Stream.of("" + m.status()),
                    m.code().isPresent()
                        ? Stream.of("" + m.code().getAsInt(), m.pair().replace(" ", ""))
                        : Stream.of()))
        .distinct()
        .filter(c -> !c.equals("0"))
        .map(c -> new Object[] {c})
        .toArray(Object[][]::new);
  }

  /** Every code of the table is found by its status, its number and the pair of both. */
  @Test(dataProvider = "codes")
  public void everyCodeIsKnown(String code) {
    assertThat(explain("", code)).isEqualTo(ExitCode.PASSED);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("cause", "next", "who", "source");
  }

  @Test
  public void everyPairThatMicrosoftDocumentsIsThere() {
    assertThat(
            ResponseCodes.shipped().all().stream()
                .filter(m -> m.by() == CodeMeaning.By.MICROSOFT)
                .map(m -> m.status() + "/" + (m.code().isPresent() ? m.code().getAsInt() : "-")))
        .contains(
            "400/540400",
            "402/560402",
            "403/10199",
            "403/10500",
            "403/10553",
            "403/510532",
            "403/510534",
            "403/510546",
            "403/510559",
            "403/510560",
            "403/510562",
            "403/510563",
            "403/560403",
            "404/10202",
            "404/511404",
            "408/0",
            "408/1106",
            "408/500001",
            "408/560408",
            "410/531000",
            "410/531004",
            "410/531005",
            "412/510412",
            "415/540415",
            "420/560420",
            "422/540422",
            "480/10037",
            "480/10140",
            "480/10191",
            "484/560484",
            "486/10321",
            "488/531000",
            "488/531027",
            "488/531052",
            "500/510482",
            "500/510544",
            "500/540500",
            "503/10320",
            "503/560503",
            "503/540998",
            "504/549002",
            "504/549018",
            "504/569002",
            "504/569003",
            "504/569008",
            "504/569009",
            "504/569015",
            "504/569016",
            "504/569018",
            "603/-")
        .hasSize(62);
  }

  private ExitCode explain(String input, String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = CommandTree.EXPLAIN;
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    Console console = new Console(out, err, false, new Palette(false));
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1));
    return new ExplainCommand(console, in)
        .execute(ExplainOptions.of(CommandTree.build().parseArgs(line).subcommand()));
  }

  /** By the four main profiles, so that the next one does not change what is printed. */
  private static String[] main(String... arguments) {
    return Stream.concat(
            Arrays.stream(arguments),
            Stream.of(TEAMS, "teams-media-bypass", "zoom-byoc", "sipconnect")
                .flatMap(p -> Stream.of("--as", p)))
        .toArray(String[]::new);
  }

  private static String at(String name) {
    return Recorded.file(name).toString();
  }
}
