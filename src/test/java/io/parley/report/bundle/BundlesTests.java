package io.parley.report.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.report.Artifact;
import io.parley.report.CaseEvidence;
import io.parley.report.SampleResults;
import io.parley.report.SampleTransports;
import io.parley.report.Secrets;
import io.parley.result.CaseResult;
import io.parley.result.HookOutput;
import io.parley.result.RunInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.testng.annotations.Test;

/** What is in the zip that is mailed. */
public class BundlesTests {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final HookOutput LOG =
      new HookOutput(
          "after-failed-case",
          List.of("./fetch-log.sh"),
          true,
          "ended with 0 after 12 ms",
          "10:00:00 call refused\n10:00:01 policy 7 \u001b[31mhit\n");

  private static final RunInfo RUN =
      RunInfo.of("Lab SBC", "192.0.2.10:5060", "0.1.0", SampleResults.START)
          .software(Optional.of("SBC 7.4"))
          .cases(1)
          .labels(Map.of("change", "CHG-17"))
          .notes(List.of("Firmware 7.4 since this morning", "Policy 7 is new"))
          .build();

  @Test
  public void theFirstPageHoldsWhatASupportDeskAsksFor() {
    Map<String, byte[]> files = files(SampleResults.accepted().with(LOG));
    GoldenFile.assertEquals("report/bundle-readme.txt", page(files, "README.txt"));
    GoldenFile.assertEquals("report/bundle-summary.html", page(files, "summary.html"));
  }

  @Test
  public void everyArtifactIsInItAndTheChecksumsAreTheirs() {
    CaseResult result = SampleResults.accepted().with(LOG);
    Map<String, byte[]> files = files(result);
    for (Artifact a : CaseEvidence.of(result, Secrets.MASKED).artifacts()) {
      assertThat(files).containsEntry(a.file(), a.bytes());
    }
    Map<String, byte[]> summed = new LinkedHashMap<>(files);
    summed.remove("SHA256SUMS");
    assertThat(text(files, "SHA256SUMS")).isEqualTo(Checksums.of(summed));
    assertThat(Checksums.sha256("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  public void theSameEvidenceGivesTheSameBytes() {
    assertThat(zip(SampleResults.accepted())).isEqualTo(zip(SampleResults.accepted()));
  }

  @Test
  public void theOtherPlaysAreInIt() {
    CaseResult flaky = SampleResults.refused().among(List.of(SampleResults.accepted()));
    Map<String, byte[]> files = files(flaky);
    assertThat(files).containsKeys("attempts/1/trace.txt", "attempts/1/call.pcap");
    assertThat(text(files, "README.txt"))
        .contains("played            2 times")
        .contains("failed after 531 ms, answered 200")
        .contains("passed after 24 ms, answered 488")
        .as("of a flaky case the play that went wrong is told")
        .contains("finding           unexpected status");
  }

  @Test
  public void aCaseWithoutAMessageHasABundleToo() {
    CaseResult silent = SampleResults.skipped();
    assertThat(text(files(silent), "README.txt"))
        .contains("INVITE            none crossed the wire")
        .contains("messages          nothing crossed the wire");
  }

  @Test
  public void ofAChallengedCallTheLastInviteIsThePair() {
    String page = text(files(SampleTransports.tcp()), "README.txt");
    assertThat(page).contains("response          SIP/2.0 200 OK").doesNotContain("SIP/2.0 407");
  }

  @Test
  public void noSecretIsInIt() {
    Map<String, byte[]> files = files(SampleResults.accepted());
    assertThat(text(files, "trace.txt")).contains("inline:xxxx");
    files.forEach(
        (name, bytes) ->
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as(name)
                .doesNotContain("WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz"));
  }

  private static byte[] zip(CaseResult result) {
    CaseEvidence with = new Bundles(RUN, ZONE).with(CaseEvidence.of(result, Secrets.MASKED));
    Artifact last = with.artifacts().get(with.artifacts().size() - 1);
    assertThat(last.file()).isEqualTo(result.played().id().folder() + ".zip");
    return last.bytes();
  }

  /** By their path below the one folder in the zip. */
  private static Map<String, byte[]> files(CaseResult result) {
    Map<String, byte[]> out = new LinkedHashMap<>();
    String folder = result.played().id().folder() + "/";
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zip(result)))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        assertThat(e.getName()).startsWith(folder);
        out.put(e.getName().substring(folder.length()), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out;
  }

  /** Without what depends on the files beside it. */
  private static String page(Map<String, byte[]> files, String name) {
    return text(files, name)
        .replaceAll("\\d+ bytes", "N bytes")
        .replaceAll("base64,[^\"]+", "base64,…");
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }
}
