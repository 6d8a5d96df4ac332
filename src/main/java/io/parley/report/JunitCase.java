package io.parley.report;

import static io.parley.report.Xml.attribute;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.Finding;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case as an element of {@code junit.xml}, with what each server looks for where it looks:
 *
 * <ul>
 *   <li>Jenkins (plugin {@code junit}) shows the attribute {@code message}, the text of a failure,
 *       {@code system-out}, and on demand the properties; the plugin {@code junit-attachments}
 *       links what {@code [[ATTACHMENT|…]]} names;
 *   <li>GitLab (Unit test reports: JUnit XML format specification) shows the text of {@code
 *       failure}, {@code error} and {@code skipped}, never their attributes, {@code file}, and the
 *       first attachment, as an image;
 *   <li>the actions that GitHub's users take (mikepenz/action-junit-report, dorny/test-reporter)
 *       annotate {@code file} and {@code line} with {@code message}.
 * </ul>
 */
final class JunitCase {
  /** What GitLab shows: it takes the first attachment for a screenshot. */
  private static final String PICTURE = "ladder.svg";

  private final CaseEvidence evidence;
  private final CaseResult result;
  private final Case played;
  private final String place;

  /**
   * The element of a case.
   *
   * @param evidence what is known of it
   * @param place the folder of the report as seen from where the run was started, with forward
   *     slashes and one at its end: servers look for attachments from there
   */
  JunitCase(CaseEvidence evidence, String place) {
    this.evidence = evidence;
    this.result = evidence.result();
    this.played = result.played();
    this.place = place;
  }

  /** The folder of a report as seen from the one in which this program runs. */
  static String place(Path report) {
    Path here = Path.of("").toAbsolutePath();
    Path folder = report.toAbsolutePath().normalize().getParent();
    Path shown = folder.startsWith(here) ? here.relativize(folder) : folder;
    String text = shown.toString().replace('\\', '/');
    return text.isEmpty() ? "" : text + "/";
  }

  /** The element. */
  String xml() {
    Scenario scenario = played.scenario();
    return "<testcase"
        + attribute("classname", scenario.category().isEmpty() ? "parley" : scenario.category())
        + attribute("name", played.id())
        + attribute("time", Offset.seconds(result.started(), result.ended()))
        + written()
        + ">\n"
        + properties()
        + outcome()
        + JunitPlays.of(result)
        + systemOut()
        + "</testcase>\n";
  }

  /** Where the scenario is written; at the line of the finding, where it names one. */
  private String written() {
    SourcePosition scenario = played.scenario().at();
    if (scenario.line() == 0 || !scenario.file().matches("(?i).*\\.ya?ml")) {
      return "";
    }
    int line =
        leading()
            .flatMap(Finding::at)
            .filter(at -> at.file().equals(scenario.file()) && at.line() > 0)
            .map(SourcePosition::line)
            .orElse(scenario.line());
    return attribute("file", scenario.file()) + attribute("line", line);
  }

  private Optional<Finding> leading() {
    return result.findings().isEmpty()
        ? Optional.empty()
        : Optional.of(FindingText.leading(result));
  }

  private String properties() {
    Map<String, String> values = new LinkedHashMap<>();
    CaseId id = played.id();
    id.profile().ifPresent(p -> values.put("profile", p));
    values.put("severity", word(played.scenario().severity()));
    put(values, "tags", played.scenario().tags().stream());
    put(values, "evidence", evidenceLevels());
    put(values, "source", expectations().map(Expectation::source).flatMap(Optional::stream));
    return Xml.properties(values);
  }

  private Stream<String> evidenceLevels() {
    return expectations()
        .map(Expectation::evidence)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Evidence::ordinal))
        .map(JunitCase::word);
  }

  private Stream<Expectation> expectations() {
    return played.expected().values().stream();
  }

  private static void put(Map<String, String> values, String name, Stream<String> all) {
    String text = all.distinct().collect(Collectors.joining(", "));
    if (!text.isEmpty()) {
      values.put(name, text);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String outcome() {
    return switch (result.verdict()) {
      case PASSED -> "";
      case SKIPPED -> element("skipped", FindingText.headline(result), "");
      case FAILED -> element("failure", FindingText.of(result), type());
      case BROKEN -> element("error", FindingText.of(result), type());
    };
  }

  private String element(String name, String text, String type) {
    return "  <"
        + name
        + attribute("message", message())
        + type
        + ">"
        + Xml.text(text)
        + "</"
        + name
        + ">\n";
  }

  private String type() {
    return attribute("type", FindingText.type(result));
  }

  /** What went wrong and why, on one line. */
  private String message() {
    String cause =
        result.verdict() == Verdict.SKIPPED
            ? ""
            : leading().flatMap(Finding::cause).map(c -> ". Likely cause: " + c).orElse("");
    return (FindingText.headline(result) + cause).replaceAll("\\s*\\R\\s*", " ");
  }

  private String systemOut() {
    if (evidence.artifacts().isEmpty()) {
      return "";
    }
    String folder = place + "evidence/" + EvidenceFolder.name(played.id()) + "/";
    List<String> files =
        evidence.artifacts().stream()
            .map(Artifact::file)
            .sorted(Comparator.comparing(f -> !f.equals(PICTURE)))
            .toList();
    StringBuilder out = new StringBuilder("  <system-out>");
    out.append(Xml.text(played.scenario().title())).append('\n');
    files.forEach(f -> out.append("[[ATTACHMENT|").append(Xml.text(folder + f)).append("]]\n"));
    return out.append("</system-out>\n").toString();
  }
}
