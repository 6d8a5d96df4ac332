package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.Browser;
import io.parley.peer.BrowserPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a run or a serving wrote, held to this: whatever a stranger sent is shown, none
 * of it acts.
 *
 * @param out its folder
 */
record HarmlessReports(Path out) {

  /** No control character but line ends, nothing that turns the writing around. */
  static void assertHarmless(String name, String text) {
    String hidden = text.replaceAll("[\\n\\t\\P{C}]", "");
    assertThat(hidden).as(name).isEmpty();
  }

  /** Looks at each text; how many there were. */
  int assertTexts() {
    int seen = 0;
    for (Map.Entry<String, String> e : Artefacts.of(out).all().entrySet()) {
      if (e.getKey().endsWith(".txt") || isXml(e.getKey())) {
        assertHarmless(e.getKey(), new String(bytes(e), StandardCharsets.UTF_8));
        seen++;
      }
    }
    return seen;
  }

  private static boolean isXml(String name) {
    return name.endsWith(".svg") || name.endsWith(".xml");
  }

  private static byte[] bytes(Map.Entry<String, String> e) {
    return e.getValue().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Reads each XML file. */
  void assertXml() throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (Map.Entry<String, String> e : Artefacts.of(out).all().entrySet()) {
      if (isXml(e.getKey())) {
        var document = builder.parse(new ByteArrayInputStream(bytes(e)));
        assertThat(document.getElementsByTagName("script").getLength()).as(e.getKey()).isZero();
      }
    }
  }

  /** Reads each JSON file; how many there were. */
  int assertJson() {
    JsonMapper json = new JsonMapper();
    int seen = 0;
    for (Map.Entry<String, String> e : Artefacts.of(out).all().entrySet()) {
      if (e.getKey().endsWith(".json")) {
        assertThat(json.readTree(bytes(e)).isContainer()).as(e.getKey()).isTrue();
        seen++;
      }
    }
    return seen;
  }

  /** The page in the zip of a case, opened: it runs and fetches nothing. */
  BrowserPage assertSummary(Browser browser, String id) throws IOException {
    Path zip = out.resolve("evidence/" + id + "/" + id + ".zip");
    BrowserPage shown = browser.open(summary(zip).toUri());
    assertThat(shown.eval("document.scripts.length").asInt()).isZero();
    assertThat(shown.requests()).as("itself and its picture").hasSizeLessThanOrEqualTo(2);
    assertQuiet(shown);
    return shown;
  }

  private static Path summary(Path zip) throws IOException {
    try (var files = FileSystems.newFileSystem(zip)) {
      Path found = files.getPath("/").resolve(zip.getFileName().toString().replace(".zip", ""));
      Path copy = Scratch.file("summary-", ".html");
      return Files.copy(found.resolve("summary.html"), copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Every case of the big report is opened: none brings elements of its own. */
  void assertReport(Browser browser, int count, Consumer<String> shows) throws IOException {
    URI index = index().toUri();
    BrowserPage page = browser.open(index.resolve("index.html"));
    page.await("document.querySelector('.widget')");
    List<String> cases = cases();
    assertThat(cases).hasSize(count);
    for (String uid : cases) {
      page.eval("location.hash = '#testresult/" + uid + "'");
      page.await("document.querySelector('.test-result').innerHTML.includes('" + uid + "')");
      shows.accept(page.text(".test-result"));
      assertThat(page.eval("document.querySelectorAll('img[src=x], svg[onload]').length").asInt())
          .isZero();
    }
    assertQuiet(page);
  }

  private Path index() {
    return out.resolve("allure-report/index.html");
  }

  /** The names that the report gave to the cases. */
  private List<String> cases() throws IOException {
    List<String> names = new ArrayList<>();
    Matcher m = Pattern.compile("data/test-cases/(\\w+)\\.json").matcher(Files.readString(index()));
    while (m.find()) {
      names.add(m.group(1));
    }
    return names;
  }

  private static void assertQuiet(BrowserPage page) {
    assertThat(page.problems()).isEmpty();
    assertThat(page.remoteRequests()).isEmpty();
  }
}
