package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.scenario.files.Index;
import io.parley.scenario.files.SourceFile;
import io.parley.scenario.offer.BaseOffers;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** Whatever happens to a file, loading it ends in problems, never in an exception. */
public class DamagedFilesTests {
  private static final int ROUNDS = Integer.getInteger("damage.rounds", 1500);
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "\n",
    "\t",
    "'",
    "\"",
    "|",
    ">",
    "&a ",
    "*a",
    "!x ",
    "#",
    "?",
    "${",
    "}",
    "$${",
    "~",
    "null",
    "\\",
    "/",
    "😀",
    "\u0085",
    "\u2028",
    "expected",
    "none",
    "0",
    "-1",
    "99999999999",
    "1e9",
    "<<: ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "@",
    "`",
    ",",
    "  "
  };

  private final Random random = new Random(20261120);

  @Test
  public void loadingNeverThrows() throws IOException {
    List<String> texts = texts();
    Problems problems = new Problems();
    BaseOffers bases = BaseOffers.in(Optional.empty(), problems);
    for (int i = 0; i < ROUNDS; i++) {
      String damaged = damage(texts.get(random.nextInt(texts.size())));
      assertThatCode(() -> load(damaged, bases)).as(damaged).doesNotThrowAnyException();
    }
  }

  private static void load(String text, BaseOffers bases) {
    Problems problems = new Problems();
    SourceFile file = new SourceFile("damaged.yaml", "test", Optional.empty(), text);
    new ScenarioReader(Contexts.full(), new Index(problems), problems, new Problems())
        .read(file, bases);
    problems.list().forEach(Object::toString);
  }

  private String damage(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(4)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> out.setCharAt(at, (char) (32 + random.nextInt(95)));
        default -> out.delete(at, Math.min(out.length(), at + random.nextInt(40)));
      }
    }
    return out.toString();
  }

  private static List<String> texts() throws IOException {
    List<String> out = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        out.add(Files.readString(file));
      }
    }
    return out;
  }
}
