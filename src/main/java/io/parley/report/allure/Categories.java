package io.parley.report.allure;

import io.parley.model.FindingKind;
import io.parley.report.FindingText;
import io.parley.report.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code categories.json} says: a category for each diagnosis, so that all cases to be mended
 * by one change stand together; for what has none, one for each kind of finding; one for what does
 * not apply. Allure takes a case into each category that fits its text.
 */
final class Categories {
  private static final List<String> WENT_WRONG = List.of("failed", "broken");

  /** How the row begins that names a diagnosis. */
  private static final String ROW = "\\n  " + FindingText.DIAGNOSIS + " +";

  private Categories() {}

  /** A text that falls into the category of that diagnosis; of none, if it is empty. */
  static String row(String diagnosis) {
    return diagnosis.isEmpty() ? "" : "\n  " + FindingText.DIAGNOSIS + "  " + diagnosis + "\n";
  }

  static String json(List<String> diagnoses) {
    Stream<Map<String, Object>> named = diagnoses.stream().map(Categories::diagnosis);
    Stream<Map<String, Object>> byKind = Stream.of(FindingKind.values()).map(Categories::kind);
    Stream<Map<String, Object>> rest =
        Stream.of(category("Does not apply here", List.of("skipped")));
    return Json.of(Stream.of(named, byKind, rest).flatMap(s -> s).toList()) + "\n";
  }

  /** The text of a case names each diagnosis in a row of its own. */
  private static Map<String, Object> diagnosis(String name) {
    Map<String, Object> out = category(name, WENT_WRONG);
    out.put("traceRegex", "(?s).*" + ROW + Pattern.quote(name) + "\\n.*");
    return out;
  }

  /** A status message starts with the prefix of its finding's kind. */
  private static Map<String, Object> kind(FindingKind kind) {
    String prefix = kind.prefix();
    Map<String, Object> out =
        category(
            Character.toUpperCase(prefix.charAt(0)) + prefix.substring(1),
            List.of(kind.breaks() ? "broken" : "failed"));
    out.put("messageRegex", "(?s)" + Pattern.quote(prefix) + "\\b.*");
    out.put("traceRegex", "(?s)(?!.*" + ROW + ").*");
    return out;
  }

  private static Map<String, Object> category(String name, List<String> statuses) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", name);
    out.put("matchedStatuses", statuses);
    return out;
  }
}
