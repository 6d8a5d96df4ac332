package io.parley.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Files that come with the program, in its jar or in a build folder. */
public final class Shipped {
  private Shipped() {}

  /**
   * The tree of a file.
   *
   * @param file its path, {@code scenarios/profiles/zoom-byoc.yaml}; positions name it so
   * @param problems takes what is wrong with it
   * @throws IllegalStateException when there is no such file, which is our own fault
   */
  public static Optional<Node> read(String file, Problems problems) {
    return Yaml.decode(file, bytes(file), problems)
        .flatMap(text -> Yaml.parse(file, text, problems));
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Shipped.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
