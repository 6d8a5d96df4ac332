package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.SourcePosition;
import io.parley.yaml.Binder;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.OneOrMany;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Sections of RFCs whose text nobody read for it are marked as such where they are a source, and
 * not named elsewhere.
 */
public class ShippedSourcesTests {
  private static final String MARK = " (section from memory)";
  private static final String SECTION = "§[0-9A-Z][0-9A-Za-z]*(?:\\.[0-9A-Za-z]+)*";
  private static final Pattern CITED =
      Pattern.compile(
          "RFC (\\d{3,5}) (S(?:(?:, and |, | and )S)*)(?<mark> \\(section from memory\\))?"
              .replace("S", SECTION));
  private static final Pattern EACH = Pattern.compile("§([0-9A-Za-z.]+)");
  private static final Path READ = Path.of("src", "test", "resources", "sources", "read.yaml");

  /** What was read of an RFC. */
  record Text(int rfc, @OneOrMany List<String> sections, Optional<String> of) {
    boolean covers(String section) {
      return sections.isEmpty()
          || sections.stream().anyMatch(s -> section.equals(s) || section.startsWith(s + "."));
    }
  }

  private List<Text> read;

  @BeforeClass
  public void load() throws IOException {
    Problems problems = new Problems();
    read = new Binder(problems).bindList(parsed(READ, problems), Text.class).orElseThrow();
    assertThat(problems.list()).isEmpty();
  }

  private static Node parsed(Path file, Problems problems) throws IOException {
    return Yaml.parse(file.toString(), Files.readString(file), problems).orElseThrow();
  }

  @DataProvider
  public Object[][] files() throws IOException {
    try (Stream<Path> scenarios = Files.walk(Path.of("scenarios"));
        Stream<Path> tables = Files.list(Path.of("src/main/resources/diagnosis"))) {
      return Stream.concat(scenarios, tables)
          .filter(f -> f.toString().endsWith(".yaml"))
          .map(f -> new Object[] {f})
          .toArray(Object[][]::new);
    }
  }

  @Test(dataProvider = "files")
  public void whatNobodyReadIsMarked(Path file) throws IOException {
    List<String> wrong = new ArrayList<>();
    texts(parsed(file, new Problems()), "", (key, text) -> judge(key, text, wrong));
    assertThat(wrong).as("see " + READ).isEmpty();
  }

  private void judge(String key, Located<String> at, List<String> wrong) {
    String text = at.value();
    boolean source = key.equals("source") || key.equals("sources");
    for (Matcher m = CITED.matcher(text); m.find(); ) {
      boolean marked = m.group("mark") != null;
      boolean known = isRead(Integer.parseInt(m.group(1)), m.group(2));
      if (known && marked) {
        wrong.add(at.at() + ": was read, so take the mark away: " + m.group());
      } else if (!known && source && !marked) {
        wrong.add(at.at() + ": write '" + m.group() + MARK + "'");
      } else if (!known && !source) {
        wrong.add(at.at() + ": name the RFC only: " + m.group());
      }
    }
  }

  private boolean isRead(int rfc, String sections) {
    return EACH.matcher(sections)
        .results()
        .allMatch(s -> read.stream().anyMatch(t -> t.rfc() == rfc && t.covers(s.group(1))));
  }

  private interface Reading {
    void text(String key, Located<String> text);
  }

  /** Every text of a file with the nearest key above it. */
  private static void texts(Node node, String key, Reading reading) {
    if (node instanceof Mapping map) {
      map.entries().forEach(e -> texts(e.value(), e.key(), reading));
    } else if (node instanceof Sequence list) {
      list.items().forEach(i -> texts(i, key, reading));
    } else if (node instanceof Scalar scalar) {
      reading.text(key, new Located<>(scalar.at(), scalar.text()));
    }
  }

  @Test
  public void theMarkIsMissedAndTooMuchIsSeen() {
    assertThat(wrong("source", "RFC 4568 §6.1")).hasSize(1);
    assertThat(wrong("source", "RFC 4568 §6.1, §9.2 (section from memory)")).isEmpty();
    assertThat(wrong("sources", "RFC 3264 §6; RFC 3551 §6 (section from memory)")).isEmpty();
    assertThat(wrong("sources", "RFC 3264 §9; RFC 3551 §6")).hasSize(2);
    assertThat(wrong("source", "RFC 3261 §21.4.26 (section from memory)")).hasSize(1);
    assertThat(wrong("next", "Look at RFC 4568 §6.1")).hasSize(1);
    assertThat(wrong("next", "Look at RFC 4568, or RFC 3261 §9.2")).isEmpty();
  }

  private List<String> wrong(String key, String text) {
    List<String> out = new ArrayList<>();
    Located<String> at = new Located<>(new SourcePosition("a.yaml", 1, 1), text);
    judge(key, at, out);
    return out;
  }
}
