package io.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.util.diff.DiffUtils;

/**
 * Output for people, compared byte for byte with a file under {@code src/test/resources/golden};
 * {@code -Dgolden.update=true} rewrites the files.
 */
public final class GoldenFile {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private GoldenFile() {}

  /**
   * Compares.
   *
   * @param name folder and file, for example {@code match/status.txt}
   */
  public static void assertEquals(String name, String actual) {
    assertEquals(FOLDER.resolve(name), actual);
  }

  /**
   * Compares with a file that people read elsewhere.
   *
   * @param file any file of the tree
   */
  public static void assertEquals(Path file, String actual) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      String recorded = Files.readString(file);
      assertThat(actual.equals(recorded))
          .as(
              "golden file %s, written anew by -Dgolden.update, differs:%n%s",
              file, differences(recorded, actual))
          .isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that differ, since the file may be long and a build's log is cut. */
  private static String differences(String recorded, String actual) {
    return DiffUtils.diff(List.of(recorded.split("\n", -1)), List.of(actual.split("\n", -1)))
        .getDeltas()
        .stream()
        .map(
            d ->
                "line %d%n  - %s%n  + %s"
                    .formatted(
                        d.getOriginal().getPosition() + 1,
                        String.join("\n  - ", d.getOriginal().getLines()),
                        String.join("\n  + ", d.getRevised().getLines())))
        .collect(Collectors.joining("\n"));
  }
}
