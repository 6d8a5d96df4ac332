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
 * Links to the sources of a case: a document that is known by its title to the place where it is
 * read, an RFC to the section, a source that has a URL to that. One without either stays text in
 * the description.
 */
final class SourceLinks {
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
    KnownSource.links(source).forEach(link -> out.putIfAbsent(link.getUrl(), link));
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
