package io.parley.report.allure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The data inside a report that is one file.
 *
 * @param html the file's text
 */
record ReportData(String html) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ENTRY = Pattern.compile("d\\('([^']*)','([^']*)'");

  static ReportData of(Path out) throws IOException {
    return new ReportData(Files.readString(out.resolve("allure-report/index.html")));
  }

  /** A part by its name, for example {@code widgets/summary.json}. */
  JsonNode inside(String name) {
    Matcher m = Pattern.compile("d\\('" + Pattern.quote(name) + "','([^']*)'").matcher(html);
    if (!m.find()) {
      throw new AssertionError(name + " is not in the report");
    }
    return decoded(m.group(1));
  }

  private static JsonNode decoded(String base64) {
    return JSON.readTree(Base64.getDecoder().decode(base64));
  }

  /** The first result with the full name of that case that fits. */
  JsonNode testCase(String id, Predicate<JsonNode> fits) {
    return ENTRY
        .matcher(html)
        .results()
        .filter(m -> m.group(1).startsWith("data/test-cases/"))
        .map(m -> decoded(m.group(2)))
        .filter(r -> r.path("fullName").asString().equals(id) && fits.test(r))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in the report"));
  }
}
