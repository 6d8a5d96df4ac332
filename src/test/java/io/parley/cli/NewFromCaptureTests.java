package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.capture.CaptureFile;
import io.parley.explain.Recorded;
import io.parley.model.Case;
import io.parley.model.OfferSpec;
import io.parley.model.SendStep;
import io.parley.report.Secrets;
import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.RunRequest;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.SdpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** {@code parley new --from}: the scenario makes the captured offer again. */
public class NewFromCaptureTests {
  private static final String KEY = "WVNfX19zZW1jdGwg";

  @DataProvider
  public Object[][] recorded() {
    return Recorded.all().stream().map(r -> new Object[] {r}).toArray(Object[][]::new);
  }

  @Test(dataProvider = "recorded")
  public void theOfferIsTheCapturedOneByteForByteButForKeysAndSessionId(Recorded r)
      throws IOException {
    Path file = written(r.faulty(), "--as", r.profile());
    assertThat(file).content().doesNotContain(KEY).contains("status: " + r.status());
    List<Case> cases =
        new Parley("test", line -> {})
            .list(
                new RunRequest.Selection(List.of(file), List.of(r.profile()), List.of(), Map.of()),
                "embedded");
    assertThat(cases).hasSize(1).allMatch(c -> c.skip().isEmpty());
    byte[] captured = CaptureFile.read(r.faulty()).messages().get(0).message().body();
    Optional<OfferSpec> offer = offer(cases.get(0));
    offer.ifPresent(o -> assertThat(built(o)).isEqualTo(masked(captured)));
    assertThat(offer.isPresent()).isNotEqualTo(r.rule().equals("body-type-unsupported"));
  }

  @Test
  public void aTraceNamesItsFarEnd() throws IOException {
    Path file = written(Recorded.FOLDER.resolve("teams.txt"));
    assertThat(file)
        .content()
        .contains("teams-direct-routing: { status: 488")
        .contains("# Said: Q.850;cause=88")
        .doesNotContain(Recorded.FOLDER.toString());
  }

  @DataProvider
  public Object[][] withoutFarEnd() {
    return new Object[][] {
      // The offer explains it: who has no such rule takes the call.
      {"courses/refused.pcapng", "default: { status: 488, evidence: observed"},
      {"courses/refused.pcapng", "rfc-trunk: { status: 200, evidence: inferred"},
      // It does not: what came back is expected, but of those that refuse the offer for themselves.
      {"reasons.txt", "to: \"${numbers.busy}\""},
      {"reasons.txt", "default: { status: 486, evidence: observed"},
      {"reasons.txt", "teams-direct-routing: { status: [488, 486], evidence: documented"},
      // Taken as captured, and refused by those with such a rule.
      {"srtp-none-repaired.pcapng", "twilio: { status: 488"},
      // Nobody does otherwise.
      {"video-only.pcapng", "expect: { status: 488, evidence: observed"},
      // The captured number is called: who takes its form may not know it.
      {"number-without-plus.pcapng", "rfc-trunk: { status: [200, 404]"},
      // A re-INVITE is played where its call comes about.
      {"courses/reinvite-refused.pcapng", "when: { profile: [sipconnect, "},
    };
  }

  @Test(dataProvider = "withoutFarEnd")
  public void whatIsExpectedWhereNoFarEndIsKnown(String capture, String line) throws IOException {
    assertThat(written(Recorded.FOLDER.resolve(capture))).content().contains(line);
  }

  @Test
  public void aFileThatIsNoCaptureIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, out, false, new Palette(false));
    NewOptions options = options("x", "--from", "-");
    Path folder = Scratch.folder("new-");
    ExitCode code =
        new NewCommand(console, folder)
            .execute(options, new ByteArrayInputStream("nothing".getBytes()));
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("no SIP message found");
    assertThat(folder).isEmptyDirectory();
  }

  private static Optional<OfferSpec> offer(Case c) {
    return c.scenario().steps().stream()
        .filter(SendStep.Request.class::isInstance)
        .flatMap(s -> ((SendStep.Request) s).offer().stream())
        .findFirst()
        .or(() -> c.scenario().actors().get("caller").offer());
  }

  private static String built(OfferSpec offer) {
    MediaPlace place = new MediaPlace("127.0.0.1", 30_000);
    return masked(OfferBuilder.build(offer, place, new SdpSession(7, 7)));
  }

  private static String masked(byte[] sdp) {
    String text = Secrets.MASKED.mask(new String(sdp, StandardCharsets.ISO_8859_1));
    return text.replaceFirst("(?m)^o=\\S+ \\d+ \\d+ (IN IP[46]) [0-9a-f.:]+(?=\r\n)", "o=$1");
  }

  private static NewOptions options(String id, String... more) {
    String[] line = new String[more.length + 2];
    line[0] = CommandTree.NEW;
    line[1] = id;
    System.arraycopy(more, 0, line, 2, more.length);
    return NewOptions.of(CommandTree.build().parseArgs(line).subcommand());
  }

  static Path written(Path capture, String... more) throws IOException {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--from";
    arguments[1] = capture.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, out, false, new Palette(false));
    Path folder = Scratch.folder("new-");
    String id = capture.getFileName().toString().replaceFirst("\\..*", "");
    ExitCode code =
        new NewCommand(console, folder)
            .execute(options(id, arguments), new ByteArrayInputStream(new byte[0]));
    assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.PASSED);
    return folder.resolve(id + ".yaml");
  }
}
