package io.parley.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.report.SampleResults;
import io.parley.report.Secrets;
import io.parley.result.CaseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** History and trends over three runs into the same folder, whichever of them made a report. */
public class HistoryTests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean HTML = true;
  private static final boolean NONE = false;

  private Path out;

  @BeforeMethod
  public void makeFolder() throws IOException {
    out = Scratch.folder("history-");
  }

  private void run(boolean html, int cases) {
    List<CaseResult> results = SampleResults.all().subList(0, cases);
    SampleSuite.run(new Reports(out, new ReportOptions(html, Secrets.MASKED)), results);
  }

  private JsonNode history(String name) throws IOException {
    return JSON.readTree(Files.readString(out.resolve("allure-report/history").resolve(name)));
  }

  /** The totals of the trend, oldest run first; Allure writes the newest first. */
  private List<Integer> totals() throws IOException {
    List<Integer> totals = new ArrayList<>();
    for (JsonNode run : history("history-trend.json")) {
      totals.add(0, run.at("/data/total").asInt());
    }
    return totals;
  }

  private void assertThreeRuns() throws IOException {
    assertThat(totals()).containsExactly(4, 6, 8);
    JsonNode busy = history("history.json").path(AllureCase.identity("busy-through"));
    assertThat(busy.path("items").size()).isEqualTo(3);
    assertThat(busy.at("/statistic/failed").asInt()).isEqualTo(3);
    assertThat(busy.at("/items/2/statusDetails").asString()).startsWith("unexpected status: ");
    for (String trend : List.of("categories-trend.json", "duration-trend.json")) {
      assertThat(history(trend).size()).as(trend).isEqualTo(3);
    }
    assertThat(history("categories-trend.json").findValues("SRTP policy")).hasSize(3);
    assertThat(out.resolve("allure-report/unreported")).isEmptyDirectory();
  }

  @Test
  public void threeRunsWithReports() throws IOException {
    run(HTML, 4);
    run(HTML, 6);
    run(HTML, 8);
    assertThat(totals()).containsExactly(4, 6, 8);
    assertThat(history("history.json").at("/" + AllureCase.identity("busy-through") + "/items"))
        .hasSize(3);
  }

  @Test
  public void theFirstRunsHadNoReport() throws IOException {
    run(NONE, 4);
    run(NONE, 6);
    assertThat(out.resolve("allure-report/history")).doesNotExist();
    run(HTML, 8);
    assertThreeRuns();
  }

  @Test
  public void aRunBetweenHadNoReport() throws IOException {
    run(HTML, 4);
    run(NONE, 6);
    run(HTML, 8);
    assertThreeRuns();
  }

  @Test
  public void runsAreNumberedWhetherTheyHadAReportOrNot() throws IOException {
    for (int number = 1; number <= 3; number++) {
      run(number == 2, 2);
      String executor = Files.readString(out.resolve("allure-results/executor.json"));
      assertThat(JSON.readTree(executor).path("buildOrder").asInt()).isEqualTo(number);
    }
  }

  @Test
  public void aHalfWrittenOrForeignRecordIsLeftOut() throws IOException {
    run(NONE, 4);
    Files.writeString(out.resolve("run.json"), "{\"format\":1,\n\"cases\":[{\"id\":\"a\",");
    run(NONE, 4);
    Files.writeString(out.resolve("run.json"), "{\"cases\":[{\"id\":\"a\",\"started\":\"late\"}]}");
    run(HTML, 8);
    assertThat(totals()).containsExactly(8);
  }

  @Test
  public void noMoreRunsAreKeptThanATrendShows() throws IOException {
    for (int i = 0; i < 22; i++) {
      run(NONE, 1);
    }
    assertThat(History.under(out).unreported()).hasSize(20);
    assertThat(History.under(out).latestOrder()).isEqualTo(21);
  }
}
