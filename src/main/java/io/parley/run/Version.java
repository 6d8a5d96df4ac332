package io.parley.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version this program was built as. */
public final class Version {
  private Version() {}

  /** For example {@code 0.1.0}. */
  public static String text() {
    try (InputStream in = Version.class.getResourceAsStream("/parley-version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
