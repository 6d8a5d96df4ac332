package io.parley.draft;

/** Texts as YAML scalars that the scenario language takes literally. */
final class YamlText {
  private YamlText() {}

  /** In double quotes; {@code ${} is no variable. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < 0x20 || c == 0x7f ? String.format("\\x%02x", (int) c) : "" + c);
      }
    }
    return out.append('"').toString().replace("${", "$${");
  }

  /** As it is where it is a plain word, else in double quotes. */
  static String word(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9_./+-]*") ? text : quoted(text);
  }

  /** A comment line; what would end it becomes a space. */
  static String comment(String text) {
    return "# " + text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }
}
