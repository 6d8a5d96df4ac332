package io.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
      assertThat(actual)
          .as("golden file %s, written anew by -Dgolden.update", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
