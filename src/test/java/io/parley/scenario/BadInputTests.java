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

/** Every sample under {@code bad/} is refused, in the words of its golden file. */
public class BadInputTests {
  static final Path BAD = Path.of("src/test/resources/bad");

  @DataProvider
  public Iterator<Object[]> samples() throws IOException {
    try (Stream<Path> groups = Files.list(BAD)) {
      List<Object[]> found =
          groups.sorted().flatMap(BadInputTests::in).map(p -> new Object[] {p}).toList();
      return found.iterator();
    }
  }

  private static Stream<Path> in(Path group) {
    try {
      return Files.list(group).sorted();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test(dataProvider = "samples")
  public void isRefusedInItsGoldenWords(Path sample) {
    Loaded loaded = Catalogue.load(List.of(sample), Contexts.full());
    assertThat(loaded.problems()).isNotEmpty();
    String name = BAD.relativize(sample).toString().replace('\\', '/').replace(".yaml", "");
    GoldenFile.assertEquals("load/" + name + ".txt", text(loaded.problems()));
  }

  @Test
  public void problemsOfAllFilesAreFoundAtOnce() {
    Loaded loaded = Catalogue.load(List.of(BAD.resolve("shape")), Contexts.full());
    assertThat(loaded.problems())
        .extracting(p -> p.at().file())
        .contains(
            BAD.resolve("shape/unknown-key.yaml").toString(),
            BAD.resolve("shape/step.yaml").toString());
  }

  private static String text(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.toString().replace(BAD.toString() + "/", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
