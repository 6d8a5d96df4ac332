package io.parley.report.allure;

import io.parley.model.Case;
import io.parley.model.Expectation;
import io.qameta.allure.model.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Links to the sources of a case: an RFC to its section at the RFC editor, a source that has a URL
 * to that. A source without either stays text in the description.
 */
final class SourceLinks {
  private static final Pattern RFC =
      Pattern.compile(
          "\\bRFC[ -]?(\\d{3,5})\\b(?:[ ,]*(?:§+|[Ss]ection|[Ss]ec\\.)\\s*(\\d+(?:\\.\\d+)*))?");
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>]+");

  private SourceLinks() {}

  static List<Link> of(Case played) {
    Map<String, Link> byUrl = new LinkedHashMap<>();
    sources(played).forEach(source -> collect(source, byUrl));
    return List.copyOf(byUrl.values());
  }

  /** The scenario's sources, then those of the expectation that was chosen. */
  static Stream<String> sources(Case played) {
    return Stream.concat(
        played.scenario().sources().stream(),
        played.expected().values().stream().map(Expectation::source).flatMap(Optional::stream));
  }

  private static void collect(String source, Map<String, Link> out) {
    for (Matcher m = RFC.matcher(source); m.find(); ) {
      String section = m.group(2);
      String url =
          "https://www.rfc-editor.org/rfc/rfc"
              + m.group(1)
              + (section == null ? "" : "#section-" + section);
      String name = "RFC " + m.group(1) + (section == null ? "" : " §" + section);
      out.putIfAbsent(url, new Link().setName(name).setUrl(url).setType("rfc"));
    }
    for (Matcher m = URL.matcher(source); m.find(); ) {
      String name = source.replace(m.group(), "").replaceAll("[\\s:,(]+$", "").strip();
      out.putIfAbsent(
          m.group(),
          new Link()
              .setName(name.isEmpty() ? m.group() : name)
              .setUrl(m.group())
              .setType("source"));
    }
  }
}
