package io.parley.scenario.surface;

/** How a status is written that somebody wrote otherwise. */
final class StatusHint {
  private StatusHint() {}

  /** What to write instead, for a text that is no status, no class and no word nearly known. */
  static String of(String text) {
    if (text.matches("([1-6])[0-9x]{2} ?- ?\\1[0-9x]{2}")) {
      return "Write the class: " + text.charAt(0) + "xx.";
    }
    return text.matches("[1-6][0-9]{2}[^0-9,]+")
        ? "Write the number alone: " + text.substring(0, 3) + "."
        : "Write the number, not the phrase; several stand in a list: [486, 488].";
  }
}
