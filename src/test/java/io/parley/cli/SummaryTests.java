package io.parley.cli;

import io.parley.GoldenFile;
import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.run.SampleCases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

public class SummaryTests {
  private static final Finding STATUS =
      Finding.of(
              FindingKind.STATUS,
              new SourcePosition("scenarios/srtp/none.yaml", 7, 3),
              "488 within 32 s",
              "200 OK after 41 ms")
          .withClosest("SIP/2.0 200 OK      <<<<< expected 488\nContact: <sip:b@192.0.2.9>")
          .withDiagnosis(
              "SRTP policy",
              "the SBC does not insist on SRTP",
              "set the media security to required",
              "SBC");

  @Test
  public void everyCaseThatDidNotGoWellIsExplained() {
    GoldenFile.assertEquals("cli/summary.txt", text(new Palette(false), mixed()));
  }

  @Test
  public void onATerminalTheVerdictsAreColoured() {
    GoldenFile.assertEquals("cli/summary-colour.txt", text(new Palette(true), mixed()));
  }

  @Test
  public void aLongMessageIsCutButItsDifferencesAreNot() {
    String headers = "Via: SIP/2.0/UDP 192.0.2.9\n".repeat(20);
    Finding finding =
        Finding.of(FindingKind.HEADER, null, "a Reason with cause=17", "Reason: Q.850;cause=88")
            .withClosest(
                "SIP/2.0 486 Busy Here\n" + headers + "Reason: Q.850;cause=88  <<<<< cause");
    List<CaseResult> one =
        List.of(
            SampleCases.result(SampleCases.named("long", "sipconnect"), Verdict.FAILED, finding));
    GoldenFile.assertEquals("cli/summary-long.txt", text(new Palette(false), one));
  }

  @Test
  public void aGoodRunIsShort() {
    List<CaseResult> one =
        List.of(SampleCases.result(SampleCases.named("good", "sipconnect"), Verdict.PASSED));
    GoldenFile.assertEquals("cli/summary-good.txt", text(new Palette(false), one));
  }

  @Test
  public void aFlakyCaseIsNotCleanAndTellsWhatWentWrong() {
    Case flaky = SampleCases.named("none", "teams-direct-routing");
    CaseResult failed = SampleCases.result(flaky, Verdict.FAILED, STATUS);
    CaseResult passed = SampleCases.result(flaky, Verdict.PASSED).among(List.of(failed));
    CaseResult good = SampleCases.result(SampleCases.named("good", "sipconnect"), Verdict.PASSED);
    GoldenFile.assertEquals(
        "cli/summary-flaky.txt", text(new Palette(false), List.of(passed, good)));
  }

  private static List<CaseResult> mixed() {
    Finding unreachable =
        Finding.of(
            FindingKind.UNREACHABLE,
            new SourcePosition("scenarios/srtp/lost.yaml", 4, 1),
            "an answer from 127.0.0.9:5060",
            "the port is closed (ICMP port unreachable)");
    return List.of(
        SampleCases.result(
            SampleCases.named("none", "teams-direct-routing"), Verdict.FAILED, STATUS),
        SampleCases.result(SampleCases.named("lost", "sipconnect"), Verdict.BROKEN, unreachable),
        SampleCases.result(SampleCases.named("skipped", "zoom-byoc"), Verdict.SKIPPED),
        SampleCases.result(SampleCases.named("good", "sipconnect"), Verdict.PASSED));
  }

  private static String text(Palette palette, List<CaseResult> results) {
    Map<String, Path> reports = new LinkedHashMap<>();
    reports.put("report", Path.of("reports", "allure-report", "index.html"));
    reports.put("junit", Path.of("reports", "junit.xml"));
    Duration took = Duration.ofMillis(2140);
    return String.join("\n", new Summary(palette).lines(results, took, reports)) + "\n";
  }
}
