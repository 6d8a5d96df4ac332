package io.parley.draft;

import java.nio.charset.StandardCharsets;

/** Text that was read one char a byte, as people write it. */
final class WireText {
  private WireText() {}

  /** The bytes as UTF-8; what is not UTF-8 does not come back the same. */
  static String of(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
