package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.Scratch;
import io.parley.result.CaseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The record of a run: its fields, and that it is whole at any time. */
public class RunRecordTests {
  private final ObjectMapper json = new ObjectMapper();

  @Test
  public void theRecordOfAFinishedRun() throws Exception {
    Path file = file();
    RunRecord record = new RunRecord(file, Secrets.MASKED);
    record.runStarted(SampleResults.run(8));
    for (CaseResult result : SampleResults.all()) {
      record.caseFinished(CaseEvidence.of(result, Secrets.MASKED));
      assertThat(json.readTree(Files.readString(file)).path("end").asString()).isEqualTo("running");
    }
    record.runFinished(false);
    GoldenFile.assertEquals("report/run.json", Files.readString(file));
    JsonNode read = json.readTree(Files.readString(file));
    assertThat(read.path("cases").size()).isEqualTo(8);
    assertThat(read.path("cases").get(1).path("status").asInt()).isEqualTo(200);
    assertThat(read.path("counts").path("broken").asInt()).isEqualTo(1);
  }

  @Test
  public void anInterruptedRunSaysSo() throws Exception {
    Path file = file();
    RunRecord record = new RunRecord(file, Secrets.MASKED);
    record.runStarted(SampleResults.run(8));
    record.caseFinished(CaseEvidence.of(SampleTransports.tcp(), Secrets.MASKED));
    record.runFinished(true);
    JsonNode read = json.readTree(Files.readString(file));
    assertThat(read.path("end").asString()).isEqualTo("interrupted");
    assertThat(read.path("cases").size()).isEqualTo(1);
    assertThat(read.path("run").path("planned").asInt()).isEqualTo(8);
  }

  @Test
  public void workersMayReportAtOnce() throws Exception {
    Path file = file();
    RunRecord record = new RunRecord(file, Secrets.MASKED);
    record.runStarted(SampleResults.run(400));
    List<CaseEvidence> samples = new ArrayList<>();
    SampleResults.all().forEach(r -> samples.add(CaseEvidence.of(r, Secrets.MASKED)));
    ExecutorService workers = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 400; i++) {
      CaseEvidence evidence = samples.get(i % samples.size());
      workers.execute(() -> record.caseFinished(evidence));
    }
    workers.shutdown();
    assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    record.runFinished(false);
    assertThat(json.readTree(Files.readString(file)).path("cases").size()).isEqualTo(400);
  }

  @Test
  public void textIsEscapedAsJsonAsks() {
    String odd = "a\"b\\c\n\r\t\u0001\u2028é\uD83D\uDE00";
    assertThat(json.readTree(Json.of(odd)).asString()).isEqualTo(odd);
    assertThat(Json.of(odd)).doesNotContain("\n", "\u2028");
  }

  private static Path file() throws Exception {
    return Scratch.folder("record-").resolve("run.json");
  }
}
