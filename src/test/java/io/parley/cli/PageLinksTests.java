package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Every link of a page to a file of the project leads somewhere, also into the middle of a page.
 */
public class PageLinksTests {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*```.*?^\\s*```");

  @DataProvider
  public Object[][] pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("src/docs"))) {
      Stream<Path> others =
          Stream.of("README.md", "scenarios/README.md", "docker/README.md", "src/bench/README.md")
              .map(Path::of);
      return Stream.concat(others, docs.filter(p -> p.toString().endsWith(".md")).sorted())
          .map(p -> new Object[] {p})
          .toArray(Object[][]::new);
    }
  }

  @Test(dataProvider = "pages")
  public void everyLinkLeadsSomewhere(Path page) throws IOException {
    List<String> links =
        LINK.matcher(prose(page)).results().map(m -> m.group(1)).filter(l -> !isWeb(l)).toList();
    for (String link : links) {
      String[] parts = link.split("#", 2);
      Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      assertThat(file).as("%s: link to %s", page, link).exists();
      if (parts.length == 2) {
        assertThat(anchors(file)).as("%s: link to %s", page, link).contains(parts[1]);
      }
    }
  }

  /** A page that nothing leads to is read by nobody. */
  @Test
  public void theReadmeLeadsToEveryPage() throws IOException {
    String readme = prose(Path.of("README.md"));
    try (Stream<Path> docs = Files.list(Path.of("src/docs"))) {
      assertThat(docs.filter(p -> p.toString().endsWith(".md")))
          .isNotEmpty()
          .allSatisfy(p -> assertThat(readme).contains("(" + p + ")"));
    }
  }

  private static boolean isWeb(String link) {
    return link.startsWith("https:") || link.startsWith("http:");
  }

  private static String prose(Path page) throws IOException {
    return FENCED.matcher(Files.readString(page)).replaceAll("");
  }

  /** The anchors that a forge makes of headings: lower case, hyphens for spaces, words only. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(prose(page))
        .results()
        .map(m -> m.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d _-]", ""))
        .map(h -> h.replace(' ', '-'))
        .toList();
  }
}
