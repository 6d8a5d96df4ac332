package io.parley.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.report.SampleResults;
import io.parley.report.SampleTransports;
import io.parley.result.CaseResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/** Cases that were played several times, as the report shows them. */
public class RetriesTests {
  private ReportData report;
  private Path out;

  @BeforeClass
  public void play() throws IOException {
    out = Scratch.folder("retries-");
    CaseResult failed = SampleResults.accepted();
    CaseResult passed = SampleResults.passed(failed, 2000);
    CaseResult busy = SampleResults.busy();
    List<CaseResult> results =
        List.of(
            passed.among(List.of(failed, SampleResults.later(failed, 1000))),
            busy.among(List.of(SampleResults.passed(busy, 1000), SampleResults.passed(busy, 2000))),
            SampleTransports.tcp());
    SampleSuite.run(new Reports(out, ReportOptions.USUAL), results);
    report = ReportData.of(out);
  }

  private JsonNode played(String id) {
    return report.testCase(id, r -> !r.path("hidden").asBoolean());
  }

  @Test
  public void aCaseIsCountedOnceWhateverItsPlays() {
    JsonNode total = report.inside("widgets/summary.json").path("statistic");
    assertThat(total.path("total").asInt()).isEqualTo(3);
    assertThat(total.path("passed").asInt()).isEqualTo(2);
    assertThat(total.path("failed").asInt()).isEqualTo(1);
  }

  @Test
  public void aPassAfterAFailureIsFlakyAndSaysWhatItWas() {
    JsonNode result = played("srtp-none[codec=PCMU]@zoom-byoc");
    assertThat(result.path("status").asString()).isEqualTo("passed");
    assertThat(result.path("flaky").asBoolean()).isTrue();
    assertThat(result.path("retriesStatusChange").asBoolean()).isTrue();
    assertThat(result.path("statusMessage").asString())
        .startsWith("flaky: passed in play 3, before that unexpected status: expected 488")
        .endsWith("(went wrong 2 times)");
    assertThat(result.at("/extra/retries").findValuesAsString("status"))
        .containsExactly("failed", "failed");
  }

  @Test
  public void ofRepeatedPlaysTheWorstIsShownThoughOthersCameLater() {
    JsonNode result = played("busy-through");
    assertThat(result.path("status").asString()).isEqualTo("failed");
    assertThat(result.path("flaky").asBoolean()).isTrue();
    assertThat(result.at("/extra/retries").findValuesAsString("status"))
        .containsExactly("passed", "passed");
  }

  @Test
  public void aCaseThatWasPlayedOnceIsNoRetry() {
    JsonNode result = played("auth-digest");
    assertThat(result.path("flaky").asBoolean()).isFalse();
    assertThat(result.path("retriesCount").asInt()).isZero();
  }

  @Test
  public void aPlayThatWentWrongHasItsOwnEvidence() {
    JsonNode result = played("srtp-none[codec=PCMU]@zoom-byoc");
    String uid = result.at("/extra/retries/0/uid").asString();
    JsonNode first = report.inside("data/test-cases/" + uid + ".json");
    assertThat(first.at("/testStage/attachments").findValuesAsString("name"))
        .contains("Findings", "Ladder", "Message trace", "Offer and answer", "Capture");
    assertThat(first.path("descriptionHtml").asString()).contains("data:image/svg+xml");
  }

  @Test
  public void retriesHaveATrend() {
    JsonNode trend = report.inside("widgets/retry-trend.json");
    assertThat(trend.at("/0/data/run").asInt()).isEqualTo(3);
    assertThat(trend.at("/0/data/retry").asInt()).isEqualTo(4);
  }
}
