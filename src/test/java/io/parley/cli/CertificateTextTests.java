package io.parley.cli;

import io.parley.GoldenFile;
import io.parley.certify.Certificate;
import io.parley.certify.EvidenceSeal;
import io.parley.certify.Proof;
import io.parley.certify.Requirement;
import io.parley.certify.RequirementResult;
import io.parley.certify.Sbc;
import io.parley.certify.State;
import io.parley.certify.Subject;
import io.parley.certify.Weight;
import io.parley.phone.Phone;
import io.parley.phone.Phones;
import io.parley.run.CertifyOutcome;
import io.parley.run.ExitCode;
import io.parley.run.RunOutcome;
import io.parley.yaml.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.Test;

/** What {@code parley certify} prints. */
public class CertificateTextTests {

  @Test
  public void aCertificateReadsAsWritten() {
    assertText("certify-good.txt", "baresip", result("call-out", State.MET, ""));
  }

  @Test
  public void reservationsReadAsWritten() {
    assertText(
        "certify-reservations.txt",
        "yealink-t4x",
        result("call-out", State.MET, ""),
        result("srtp-off", State.NOT_MET, "certify-srtp-off: answered 488"),
        result("dtmf-info", State.NOT_APPLICABLE, "the phone sends no digits by INFO"));
  }

  @Test
  public void aRefusalReadsAsWritten() {
    assertText(
        "certify-refused.txt",
        "baresip",
        result("call-out", State.MET, ""),
        result("hold", State.NOT_MET, "certify-hold: answered \u001b[31m488"),
        result("register", State.NOT_SHOWN, "needs registration"));
  }

  @Test
  public void whatCouldNotBeTestedReadsAsWritten() {
    assertText(
        "certify-untested.txt",
        "baresip",
        result("call-out", State.NOT_SHOWN, "it scripts the far end"),
        result("hold", State.NOT_SHOWN, "it scripts the far end"));
  }

  /** A trial that ended early: what nobody tried is told once, and what it was in one line. */
  @Test
  public void whatNobodyTriedReadsAsWritten() {
    assertText(
        "certify-not-tried.txt",
        "baresip",
        result("call-out", State.MET, ""),
        result("hold", State.NOT_TESTED, "not shown: nobody dialled 1008"),
        result("is-held", State.NOT_TESTED, "not shown: nobody dialled 1009"));
  }

  private static RequirementResult result(String id, State state, String reason) {
    Weight weight = id.matches("srtp-.*|dtmf-info") ? Weight.RECOMMENDED : Weight.MANDATORY;
    return new RequirementResult(
        new Requirement(id, "Title of " + id, weight, List.of("RFC 3261"), List.of("srtp")),
        state,
        Optional.of(reason).filter(r -> !r.isEmpty()),
        List.of(new Proof(id, state.toString(), Optional.empty(), Optional.empty())));
  }

  private static void assertText(String golden, String name, RequirementResult... results) {
    Phone phone = new Phones(Path.of("scenarios/phones")).find(name, new Problems()).orElseThrow();
    Subject subject =
        new Subject(
            phone,
            Optional.of("1.0 \u001b[2J<script>"),
            Subject.Played.BY_PARLEY,
            new Sbc("Lab SBC", Optional.empty(), "127.0.0.1:5060"),
            Optional.of("sipconnect"),
            Instant.parse("2026-11-21T06:00:00Z"),
            "0.1.0");
    RunOutcome run =
        new RunOutcome(
            ExitCode.PASSED,
            List.of(),
            Duration.ofSeconds(1),
            Map.of("report", Path.of("reports/allure-report/index.html")));
    CertifyOutcome outcome =
        new CertifyOutcome(
            ExitCode.PASSED,
            new Certificate(subject, List.of(results), List.of("a remark")),
            new EvidenceSeal(Map.of()),
            run,
            Path.of("reports/certificate.html"));
    List<String> lines = new CertificateText(new Palette(false)).lines(outcome);
    GoldenFile.assertEquals("cli/" + golden, String.join("\n", lines) + "\n");
  }
}
