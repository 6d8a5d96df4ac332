package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The JUnit report of a real run, read as servers read it: each looks elsewhere (GitLab: Unit test
 * reports, JUnit XML format specification; the Jenkins plugins junit and junit-attachments; the
 * GitHub action mikepenz/action-junit-report).
 */
public class JunitServersIT {
  private static final String SCENARIO =
      """
      scenario: An offer without SRTP is refused by <everybody> & "all"
      id: srtp-for-all
      offer: { base: secure-ice, srtp: none }
      expect:
        zoom-byoc: { status: 488, evidence: rfc, source: "RFC 3264 §6" }
        sipconnect: { status: 488, evidence: inferred, source: "a wish" }
      """;

  private Path folder;
  private NodeList cases;

  @BeforeClass
  public void play() throws Exception {
    folder = Scratch.folder("junit-");
    Path scenarios = Files.createDirectories(folder.resolve("tests/sbc"));
    Files.writeString(scenarios.resolve("srtp.yaml"), SCENARIO);
    ParleyProcess.Ended ended =
        ParleyProcess.start(folder, "run", "--no-html", "--out", "build/sbc", "tests").ended();
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    cases = new Results(folder.resolve("build/sbc")).junit().getElementsByTagName("testcase");
  }

  @Test
  public void anIndependentReaderFindsItValid() {
    Installed.require("xmllint", "libxml2-utils");
    Path schema = Path.of("src/test/resources/junit.xsd").toAbsolutePath();
    List<String> command =
        List.of("xmllint", "--noout", "--schema", schema.toString(), "build/sbc/junit.xml");
    ParleyProcess.Ended ended = ParleyProcess.startCommand(folder, Map.of(), command).ended();
    assertThat(ended.code()).as("%s", ended).isZero();
  }

  @Test
  public void everyServerTellsTheCasesApart() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      assertThat(names.add(test.getAttribute("classname") + " " + test.getAttribute("name")))
          .isTrue();
    }
    assertThat(names).contains("sbc srtp-for-all@zoom-byoc", "sbc srtp-for-all@sipconnect");
  }

  @Test
  public void gitlabShowsTheReasonAndTheLadder() {
    Element test = test("srtp-for-all@sipconnect");
    assertThat(content(test, "failure")).contains("expected      488", "likely cause", "closest");
    Matcher first =
        Pattern.compile("\\[\\[ATTACHMENT\\|(.+?)]]").matcher(content(test, "system-out"));
    assertThat(first.find()).isTrue();
    assertThat(first.group(1)).endsWith("ladder.svg");
    assertThat(folder.resolve(first.group(1))).isNotEmptyFile();
    assertThat(content(test("srtp-for-all@teams-media-bypass"), "skipped"))
        .isEqualTo("no expectation for teams-media-bypass");
  }

  @Test
  public void jenkinsShowsTheReasonAndLinksTheEvidence() {
    Element test = test("srtp-for-all@sipconnect");
    Element failure = (Element) test.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("unexpected status");
    assertThat(failure.getAttribute("message"))
        .startsWith("unexpected status: expected 488, answered 200 OK")
        .contains("Likely cause: ")
        .doesNotContain("\n");
    Matcher attachments =
        Pattern.compile("\\[\\[ATTACHMENT\\|(.+?)]]").matcher(content(test, "system-out"));
    List<Path> files = attachments.results().map(m -> folder.resolve(m.group(1))).toList();
    assertThat(files).hasSizeGreaterThan(3).allSatisfy(f -> assertThat(f).isNotEmptyFile());
  }

  @Test
  public void githubAnnotatesTheLineOfTheExpectation() throws Exception {
    Element test = test("srtp-for-all@sipconnect");
    List<String> lines = Files.readAllLines(folder.resolve(test.getAttribute("file")));
    assertThat(lines.get(Integer.parseInt(test.getAttribute("line")) - 1))
        .contains("sipconnect: { status: 488");
  }

  @Test
  public void propertiesSayUnderWhatItWasPlayedAndHowWellTheExpectationIsKnown() {
    NodeList properties = test("srtp-for-all@zoom-byoc").getElementsByTagName("property");
    Set<String> all = new HashSet<>();
    for (int i = 0; i < properties.getLength(); i++) {
      Element p = (Element) properties.item(i);
      all.add(p.getAttribute("name") + "=" + p.getAttribute("value"));
    }
    assertThat(all)
        .contains("profile=zoom-byoc", "severity=normal", "evidence=rfc", "source=RFC 3264 §6");
  }

  private Element test(String name) {
    for (int i = 0; i < cases.getLength(); i++) {
      if (((Element) cases.item(i)).getAttribute("name").equals(name)) {
        return (Element) cases.item(i);
      }
    }
    throw new AssertionError("no case " + name);
  }

  private static String content(Element test, String name) {
    NodeList found = test.getElementsByTagName(name);
    assertThat(found.getLength()).as("%s", name).isOne();
    return found.item(0).getTextContent();
  }
}
