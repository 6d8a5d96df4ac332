package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.Scratch;
import io.parley.result.CaseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.testng.annotations.Test;

/** The JUnit report: its shape, its text, and that it is whole at any time. */
public class JunitXmlTests {

  @Test
  public void everyVerdictHasItsElementAndTheFindingsAsText() throws Exception {
    Path file = file();
    JunitXml report = new JunitXml(file);
    report.runStarted(SampleResults.run(8));
    SampleResults.all().forEach(r -> report.caseFinished(CaseEvidence.of(r, Secrets.MASKED)));
    report.runFinished(false);
    validate(file);
    String folder = Path.of("").toAbsolutePath().relativize(file.getParent()).toString();
    GoldenFile.assertEquals("report/junit.xml", Files.readString(file).replace(folder, "reports"));
  }

  @Test
  public void theFileIsValidAfterEveryCaseThoughTheRunNeverEnds() throws Exception {
    Path file = file();
    JunitXml report = new JunitXml(file);
    report.runStarted(SampleResults.run(8));
    validate(file);
    int count = 0;
    for (var result : SampleResults.all()) {
      report.caseFinished(CaseEvidence.of(result, Secrets.MASKED));
      validate(file);
      assertThat(Files.readString(file)).contains("tests=\"" + ++count + "\"");
    }
  }

  /** Element names and their content: Maven Surefire, "Rerun Failing Tests". */
  @Test
  public void whatWasPlayedAgainIsToldAsSurefireDoes() throws Exception {
    CaseResult failed = SampleResults.accepted();
    CaseResult broken = SampleResults.unreachable();
    Path file = file();
    JunitXml report = new JunitXml(file);
    report.runStarted(SampleResults.run(2));
    for (CaseResult result :
        List.of(
            SampleResults.refused().among(List.of(failed, broken)),
            failed.among(List.of(failed, SampleResults.refused())))) {
      report.caseFinished(CaseEvidence.of(result, Secrets.MASKED));
    }
    report.runFinished(false);
    validate(file);
    String text = Files.readString(file);
    assertThat(text)
        .contains("tests=\"2\" failures=\"1\" errors=\"0\"")
        .containsSubsequence(
            "<flakyFailure message=\"unexpected status: ",
            "type=\"unexpected status\"><stackTrace>unexpected status\n",
            "</stackTrace></flakyFailure>",
            "<flakyError message=\"target unreachable: ",
            "</flakyError>",
            "<failure message=",
            "<rerunFailure message=",
            "</rerunFailure>");
    assertThat(text).doesNotContain("rerunError", SampleResults.KEY);
  }

  @Test
  public void charactersThatXmlCannotHoldAreShown() {
    assertThat(Xml.text("a\u0000b\u0008<\uD800>")).isEqualTo("a\\x00b\\x08&lt;\\{u+d800}&gt;");
  }

  private static Path file() throws IOException {
    return Scratch.folder("junit-").resolve("junit.xml");
  }

  private static void validate(Path file) throws Exception {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitXmlTests.class.getResource("/junit.xsd"))
            .newValidator();
    validator.validate(new StreamSource(file.toFile()));
  }
}
