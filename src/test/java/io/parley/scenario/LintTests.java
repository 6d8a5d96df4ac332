package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Every sample under {@code lint/} loads, and is warned about in the words of its golden file. */
public class LintTests {
  private static final Path LINT = Path.of("src/test/resources/lint");

  @DataProvider
  public Iterator<Object[]> samples() throws IOException {
    try (Stream<Path> files = Files.list(LINT)) {
      List<Object[]> found = files.sorted().map(p -> new Object[] {p}).toList();
      return found.iterator();
    }
  }

  @Test(dataProvider = "samples")
  public void isWarnedAboutInItsGoldenWords(Path sample) {
    Loaded loaded = Catalogue.load(List.of(sample), Contexts.full());
    assertThat(loaded.problems()).isEmpty();
    String name = sample.getFileName().toString().replace(".yaml", ".txt");
    GoldenFile.assertEquals("lint/" + name, text(loaded.warnings()));
  }

  @Test
  public void whatIsRightIsNotWarnedAbout() {
    assertThat(Catalogue.load(List.of(LINT.resolve("in-order.yaml")), Contexts.full()).warnings())
        .isEmpty();
  }

  private static String text(List<Problem> warnings) {
    return warnings.stream()
        .map(w -> w.toString().replace(LINT + "/", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
