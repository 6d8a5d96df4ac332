package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.Scratch;
import io.parley.model.Verdict;
import io.parley.record.RecordedCase;
import io.parley.record.RecordedRun;
import io.parley.record.UnreadableRunException;
import io.parley.result.CaseResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.Test;

/** What a run wrote is read back; what it wrote half, as far as it goes. */
public class RecordedRunTests {

  @Test
  public void whatWasWrittenIsReadBack() throws Exception {
    RecordedRun run = RecordedRun.read(written(Secrets.MASKED));
    assertThat(run.isComplete()).isTrue();
    assertThat(run.about("target")).contains("embedded");
    assertThat(run.planned()).contains(8);
    assertThat(run.cases()).hasSize(8);
    RecordedCase first = run.cases().get(0);
    assertThat(first.id()).isEqualTo("srtp-none@teams-direct-routing");
    assertThat(first.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(first.plays().get(0).answered()).hasValue(21);
    assertThat(first.seen().views().get("response").get("status")).isEqualTo(List.of("488"));
    assertThat(run.cases().get(1).finding().orElseThrow()).contains("expected 488");
  }

  @Test
  public void aCaseIsWrittenAgainAsItWas() throws Exception {
    Path folder = written(Secrets.MASKED);
    RecordedRun run = RecordedRun.read(folder);
    String text = Files.readString(folder.resolve("run.json"));
    run.cases().forEach(c -> assertThat(text).contains(Json.of(c.fields())));
  }

  @Test
  public void whatAKilledRunLeftIsReadAsFarAsItGoes() throws Exception {
    Path folder = written(Secrets.MASKED);
    Path file = folder.resolve("run.json");
    byte[] all = Files.readAllBytes(file);
    String text = new String(all, StandardCharsets.UTF_8);
    for (int length = text.indexOf("\"cases\""); length < all.length - 3; length += 97) {
      Files.write(file, java.util.Arrays.copyOf(all, length));
      RecordedRun run = RecordedRun.read(folder);
      long whole = text.substring(0, length).lines().filter(l -> l.startsWith("{\"id\"")).count();
      assertThat((long) run.cases().size()).isBetween(whole - 1, whole);
      assertThat(run.isComplete()).isFalse();
      assertThat(run.damage().orElseThrow()).matches("\\d+:\\d+: .*");
    }
  }

  @Test
  public void whatIsNoRunSaysSo() throws Exception {
    Path folder = Scratch.folder("no-run-");
    Path file = folder.resolve("run.json");
    refused(folder, "holds no run");
    refused(folder.resolve("nowhere"), "does not exist");
    Files.writeString(file, "");
    refused(folder, "is no record of a run");
    Files.writeString(file, "PK\u0003\u0004");
    refused(folder, "is no record of a run");
    Files.writeString(file, "[1, 2]");
    refused(folder, "is no record of a run");
    Files.writeString(file, "{\"format\":\"2\",\"run\":{\"tool\":\"parley\"},\"cases\":[]}");
    refused(folder, "is no record of a run");
    Files.writeString(file, "{\"format\":9,\"run\":{\"tool\":\"parley\"},\"cases\":[]}");
    refused(folder, "a newer Parley (format 9");
    Files.writeString(file, "{\"format\":2,\"run\":{\"tool\":\"parley\"},\"cases\":{}}");
    assertThat(RecordedRun.read(folder).damage().orElseThrow()).contains("expected an array");
  }

  @Test
  public void keysAreInNoRecordEvenWhereTheyStayReadableElsewhere() throws Exception {
    Path folder = written(new Secrets(true, false));
    String text = Files.readString(folder.resolve("run.json"));
    assertThat(text)
        .doesNotContain(SampleResults.KEY)
        .doesNotContain(SampleResults.DIGEST)
        .doesNotContain(SampleResults.URI_PASSWORD)
        .doesNotContain(SampleResults.ICE_PASSWORD);
  }

  private static void refused(Path place, String why) {
    assertThatThrownBy(() -> RecordedRun.read(place))
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContaining(why);
  }

  private static Path written(Secrets secrets) throws Exception {
    Path folder = Scratch.folder("recorded-");
    RunRecord record = new RunRecord(folder.resolve("run.json"), secrets);
    record.runStarted(SampleResults.run(8));
    for (CaseResult result : SampleResults.all()) {
      record.caseFinished(CaseEvidence.of(result, secrets));
    }
    record.runFinished(false);
    return folder;
  }
}
