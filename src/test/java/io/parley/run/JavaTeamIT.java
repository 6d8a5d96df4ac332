package io.parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.MavenProject.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The sample project of a Java team, built as that team would: Maven and plain Surefire. */
public class JavaTeamIT {
  private MavenProject project;

  @BeforeClass
  public void publish() throws IOException {
    project = MavenProject.of("java-team", Version.text());
  }

  @Test
  public void itsOwnScenariosAndThoseOfTheCatalogueAreItsTests() throws Exception {
    Build build = project.maven("test");

    assertThat(build.output()).contains("BUILD SUCCESS");
    assertThat(build.code()).isZero();
    Map<String, String> tests = tests();
    assertThat(tests)
        .containsEntry("TrunkTest gsm-alone@zoom-byoc", "")
        .containsEntry("TrunkTest gsm-alone@sipconnect", "no expectation for sipconnect")
        .containsEntry("TrunkTest good-call@zoom-byoc", "")
        .containsEntry("TrunkTest good-call@sipconnect", "")
        .containsEntry("CatalogueTest hold-sendonly@zoom-byoc", "");
    assertThat(tests).hasSizeGreaterThan(10);
    assertThat(build.output()).contains("Tests run: " + tests.size() + ", Failures: 0");
    assertThat(allureResults()).hasSize(tests.size()).doesNotHaveDuplicates();
    assertThat(allureResults()).contains("good-call@sipconnect").doesNotContain("scenario");
  }

  @Test(dependsOnMethods = "itsOwnScenariosAndThoseOfTheCatalogueAreItsTests")
  public void aFindingMakesTheBuildFailWithItsText() throws Exception {
    Build build = project.maven("test", "-Dtest=TrunkTest", "-Dscenarios=src/test/failing");

    assertThat(build.code()).isNotZero();
    assertThat(build.output())
        .contains(
            "Tests run: 2, Failures: 1",
            "TrunkTest.scenario srtp-for-all@sipconnect: unexpected status: expected 488,"
                + " answered 200 OK (src/test/failing/srtp-for-all.yaml:",
            "488         | SIP/2.0 200 OK",
            "evidence: target/parley/embedded/evidence/srtp-for-all@sipconnect");
    assertThat(tests())
        .hasEntrySatisfying(
            "TrunkTest srtp-for-all@sipconnect",
            m -> assertThat(m).startsWith("srtp-for-all@sipconnect: unexpected status"));
    assertThat(project.folder().resolve("target/parley/embedded/evidence/srtp-for-all@sipconnect"))
        .isDirectoryContaining("glob:**/findings.txt");
  }

  /** Of the last build: what Surefire says of each test, empty where it passed. */
  private Map<String, String> tests() throws Exception {
    Map<String, String> out = new TreeMap<>();
    for (Path file : list("target/surefire-reports", "TEST-*.xml")) {
      Document report =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      NodeList cases = report.getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        String type = test.getAttribute("classname").replaceFirst(".*\\.", "");
        String name = type + " " + test.getAttribute("name");
        assertThat(out.put(name, message(test))).as("told twice: %s", name).isNull();
      }
      Files.delete(file);
    }
    return out;
  }

  private static String message(Element test) {
    for (String kind : List.of("failure", "error", "skipped")) {
      NodeList found = test.getElementsByTagName(kind);
      if (found.getLength() > 0) {
        return ((Element) found.item(0)).getAttribute("message");
      }
    }
    return "";
  }

  /** The full names of the results that Allure's own listener wrote. */
  private List<String> allureResults() throws IOException {
    List<String> out = new ArrayList<>();
    for (Path file : list("target/allure-results", "*-result.json")) {
      out.add(
          Files.readString(file).replaceFirst("(?s).*\"fullName\"\\s*:\\s*\"([^\"]*)\".*", "$1"));
    }
    return out;
  }

  private List<Path> list(String folder, String glob) throws IOException {
    try (Stream<Path> files = Files.list(project.folder().resolve(folder))) {
      return files
          .filter(f -> f.getFileSystem().getPathMatcher("glob:**/" + glob).matches(f))
          .toList();
    }
  }
}
