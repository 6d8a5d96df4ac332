package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Golden.assertEquals("junit.xml", Files.readString(file));
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

  @Test
  public void charactersThatXmlCannotHoldAreReplaced() {
    assertThat(Xml.text("a\u0000b\u0008<\uD800>")).isEqualTo("a\uFFFDb\uFFFD&lt;\uFFFD&gt;");
  }

  private static Path file() throws IOException {
    return Files.createTempDirectory("parley-junit").resolve("junit.xml");
  }

  private static void validate(Path file) throws Exception {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitXmlTests.class.getResource("/junit.xsd"))
            .newValidator();
    validator.validate(new StreamSource(file.toFile()));
  }
}
