package io.parley.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How a page looks, as it is packed in the jar. */
final class PageStyle {
  private static final String FILE = "compare/page.css";

  private PageStyle() {}

  /** The style sheet. */
  static String text() {
    try (InputStream in = PageStyle.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
