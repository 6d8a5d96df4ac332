package io.parley.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.Scratch;
import io.parley.model.FindingKind;
import io.parley.report.SampleResults;
import io.parley.report.Secrets;
import io.parley.result.CaseResult;
import io.qameta.allure.ga.GaPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A whole run through TestNG and Allure's own listener and generator, played twice. */
public class ReportsTests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FAILED = "srtp-none[codec=PCMU]@zoom-byoc";

  private Path out;
  private Map<String, JsonNode> results;
  private String html;

  @BeforeClass
  public void playTwice() throws IOException {
    out = Scratch.folder("reports-");
    Files.createDirectories(out.resolve("evidence/mine"));
    Files.writeString(out.resolve("evidence/mine/notes.txt"), "not a run's");
    SampleSuite.run(new Reports(out, ReportOptions.USUAL), SampleResults.all());
    List<CaseResult> fewer = SampleResults.all().subList(0, 7);
    SampleSuite.run(new Reports(out, ReportOptions.USUAL), fewer);
    results = results();
    html = Files.readString(out.resolve("allure-report/index.html"));
  }

  private Map<String, JsonNode> results() throws IOException {
    Map<String, JsonNode> byName = new TreeMap<>();
    try (Stream<Path> files = Files.list(out.resolve("allure-results"))) {
      for (Path f : files.filter(p -> p.toString().endsWith("-result.json")).toList()) {
        JsonNode result = JSON.readTree(Files.readString(f));
        byName.put(result.path("fullName").asString(), result);
      }
    }
    return byName;
  }

  @Test
  public void everyCaseOfTheLastRunHasOneResultAndNothingElseIsLeft() throws IOException {
    assertThat(results)
        .containsOnlyKeys(
            SampleResults.all().subList(0, 7).stream()
                .map(r -> r.played().id().toString())
                .toArray(String[]::new));
    assertThat(out.resolve("evidence/garbage")).doesNotExist();
    assertThat(out.resolve("evidence/mine/notes.txt")).exists();
  }

  @Test
  public void verdictsBecomeAllureStatuses() {
    assertThat(status("srtp-none@teams-direct-routing")).isEqualTo("passed");
    assertThat(status(FAILED)).isEqualTo("failed");
    assertThat(status("codec-none@sipconnect")).isEqualTo("broken");
    assertThat(status("ice-none@sipconnect")).isEqualTo("skipped");
    assertThat(message("ice-none@sipconnect")).isEqualTo("no expectation for sipconnect");
  }

  @Test
  public void theIdentityOfACaseIsStable() {
    List<String> ids = results.values().stream().map(r -> text(r, "historyId")).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(text(results.get("auth-digest"), "historyId"))
        .isEqualTo(text(results.get("auth-digest"), "testCaseId"))
        .isEqualTo("9898b74f-88f2-37f2-8f78-e2061f6075a1");
  }

  @Test
  public void labelsFileTheCase() {
    JsonNode labels = results.get(FAILED).path("labels");
    assertThat(labels.toString())
        .contains(
            label("parentSuite", "srtp"),
            label("suite", "srtp-none"),
            label("epic", "srtp"),
            label("feature", "An offer without SRTP is refused"),
            label("story", "zoom-byoc"),
            label("severity", "blocker"),
            label("tag", "offer"))
        .doesNotContain("testClass", "testMethod");
  }

  private static String label(String name, String value) {
    return "{\"name\":\"" + name + "\",\"value\":\"" + value + "\"}";
  }

  @Test
  public void sourcesBecomeLinksToTheirSections() {
    assertThat(results.get(FAILED).path("links").toString())
        .contains("https://www.rfc-editor.org/rfc/rfc3261#section-13.3.1.3")
        .contains("https://www.rfc-editor.org/rfc/rfc3264#section-6")
        .contains("direct-routing/microsoft-sip-response-codes-488\"")
        .doesNotContain("Lab notes");
  }

  @Test
  public void parametersAreProfileTransportAndCodec() {
    assertThat(results.get("srtp-none@teams-direct-routing").path("parameters").toString())
        .contains("{\"name\":\"profile\",\"value\":\"teams-direct-routing\"}")
        .contains("{\"name\":\"transport\",\"value\":\"udp\"}")
        .contains("{\"name\":\"codec\",\"value\":\"PCMU PCMA\"}");
    assertThat(results.get(FAILED).path("parameters").findValuesAsString("value"))
        .as("a matrix that is over codecs")
        .containsExactly("zoom-byoc", "udp", "PCMU");
  }

  @Test
  public void stepsHaveTheTimesOfTheScript() {
    JsonNode steps = results.get(FAILED).path("steps");
    long start = SampleResults.START.toEpochMilli();
    assertThat(steps.get(1).path("name").asString()).isEqualTo("caller receives 488");
    assertThat(steps.get(1).path("status").asString()).isEqualTo("failed");
    assertThat(steps.get(1).path("start").asLong()).isEqualTo(start);
    assertThat(steps.get(1).path("stop").asLong()).isEqualTo(start + 521);
    assertThat(steps.get(2).path("name").asString()).startsWith("clean-up: ");
    assertThat(steps.get(2).path("steps").size()).isEqualTo(3);
  }

  @Test
  public void everyAttachmentIsThereAndNamesItsType() {
    JsonNode attachments = results.get(FAILED).path("attachments");
    assertThat(attachments.toString())
        .contains("application/vnd.tcpdump.pcap", "image/svg+xml", "application/zip");
    assertThat(attachments.size()).isEqualTo(7);
    for (JsonNode a : attachments) {
      assertThat(out.resolve("allure-results").resolve(text(a, "source"))).isNotEmptyFile();
    }
  }

  @Test
  public void everyKindOfFindingHasACategoryThatItsTextFallsInto() throws IOException {
    JsonNode categories =
        JSON.readTree(Files.readString(out.resolve("allure-results/categories.json")));
    for (FindingKind kind : FindingKind.values()) {
      String message = kind.prefix() + ": expected a, b\nmore";
      long fits =
          java.util.stream.StreamSupport.stream(categories.spliterator(), false)
              .filter(
                  c ->
                      c.path("matchedStatuses")
                              .get(0)
                              .asString()
                              .equals(kind.breaks() ? "broken" : "failed")
                          && Pattern.compile(text(c, "messageRegex"), Pattern.DOTALL)
                              .matcher(message)
                              .matches())
              .count();
      assertThat(fits).as(kind.name()).isEqualTo(1);
    }
  }

  @Test
  public void allureItselfReadsTheResults() throws IOException {
    JsonNode summary = inside("widgets/summary.json");
    assertThat(summary.path("statistic").path("total").asInt()).isEqualTo(7);
    assertThat(summary.path("statistic").path("failed").asInt()).isEqualTo(3);
    assertThat(summary.path("statistic").path("broken").asInt()).isEqualTo(1);
    assertThat(summary.path("statistic").path("skipped").asInt()).isEqualTo(1);
  }

  @Test
  public void casesAreSortedByTheirDiagnosisAndThoseWithoutByWhatWasFound() {
    JsonNode categories = inside("data/categories.json");
    assertThat(cases(categories, "SRTP policy")).containsExactly(FAILED);
    assertThat(cases(categories, "Unexpected status")).containsExactly("busy-through");
    assertThat(cases(categories, "Does not apply here")).containsExactly("ice-none@sipconnect");
  }

  private List<String> cases(JsonNode categories, String name) {
    for (JsonNode category : categories.path("children")) {
      if (text(category, "name").equals(name)) {
        return category.findValues("uid").stream()
            .map(uid -> "data/test-cases/" + uid.asString() + ".json")
            .filter(file -> html.contains("d('" + file + "'"))
            .map(file -> text(inside(file), "fullName"))
            .toList();
      }
    }
    throw new AssertionError(name + " is not among " + categories.findValues("name"));
  }

  @Test
  public void theEnvironmentNamesTargetSoftwareLabelsAndVersions() {
    String environment = inside("widgets/environment.json").toString();
    assertThat(environment)
        .contains("Parley embedded SBC")
        .contains("{\"values\":[\"Sample SBC 1.2\"],\"name\":\"target.server-header\"}")
        .contains("{\"values\":[\"CHG-1 \\\"a & b\\\"\"],\"name\":\"label.change\"}")
        .contains("{\"values\":[\"0.1.0\"],\"name\":\"parley.version\"}")
        .contains(System.getProperty("java.runtime.version"));
  }

  @Test
  public void theReportHasTheTabsAndTheTrendOfBothRuns() throws IOException {
    assertThat(inside("data/behaviors.json").toString())
        .contains("call-control", "Busy at the far end reaches the caller as 486");
    assertThat(inside("data/farends.json").toString()).contains("teams-direct-routing");
    assertThat(inside("widgets/history-trend.json").size()).isEqualTo(2);
    assertThat(out.resolve("allure-report/history/history-trend.json")).exists();
  }

  @Test
  public void theReportAsksNobodyForAnything() {
    assertThat(html).doesNotContain("googletagmanager", "gtag(", "dataLayer");
    assertThat(AllureReport.extensions())
        .as("the one that reports each use of the generator")
        .noneMatch(GaPlugin.class::isInstance);
    assertThat(html).doesNotContainPattern("<(script|link)[^>]+(src|href)=\"https?:");
  }

  @Test
  public void anUnwritableFolderIsSaidInOneLine() throws IOException {
    Path file = Scratch.file("parley-", "file");
    Reports reports = new Reports(file.resolve("out"), new ReportOptions(false, Secrets.MASKED));
    assertThatThrownBy(() -> reports.runStarted(SampleResults.run(1)))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("--out");
    reports.runFinished(true);
  }

  @Test
  public void aRunWithoutHtmlLeavesNoReportOfAnotherRun() throws IOException {
    Path folder = Scratch.folder("stale-");
    Path index = folder.resolve("allure-report/index.html");
    Path history = folder.resolve("allure-report/history/history.json");
    Files.createDirectories(history.getParent());
    Files.writeString(index, "of another run");
    Files.writeString(history, "{}");
    Reports reports = new Reports(folder, new ReportOptions(false, Secrets.MASKED));
    reports.runStarted(SampleResults.run(0));
    reports.runFinished(false);
    assertThat(index).doesNotExist();
    assertThat(history).exists();
  }

  @Test
  public void whatCannotBeWrittenIsToldAtTheEndAndTheRestIsComplete() throws IOException {
    Path folder = Scratch.folder("blocked-");
    Files.writeString(folder.resolve("evidence"), "a file where a folder should be");
    Reports reports = new Reports(folder, new ReportOptions(false, Secrets.MASKED));
    reports.runStarted(SampleResults.run(8));
    SampleResults.all().forEach(reports::caseFinished);
    assertThatThrownBy(() -> reports.runFinished(false))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("evidence")
        .hasMessageContaining("--out");
    assertThat(Files.readString(folder.resolve("junit.xml"))).contains("tests=\"8\"");
    assertThat(Files.readString(folder.resolve("run.json"))).contains("\"end\":\"finished\"");
  }

  private JsonNode inside(String name) {
    return new ReportData(html).inside(name);
  }

  private String status(String id) {
    return text(results.get(id), "status");
  }

  private String message(String id) {
    return text(results.get(id).path("statusDetails"), "message");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString();
  }
}
