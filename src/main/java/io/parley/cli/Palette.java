package io.parley.cli;

import io.parley.model.Verdict;
import io.parley.play.CaseResult;
import java.util.Locale;

/**
 * Colours words for a terminal, or leaves them alone.
 *
 * @param colour whether escape sequences are written
 */
record Palette(boolean colour) {

  /** Green: as it should be. */
  String good(String text) {
    return paint("32", text);
  }

  /** Red: the target misbehaved. */
  String bad(String text) {
    return paint("31", text);
  }

  /** Yellow: could not be tested. */
  String warn(String text) {
    return paint("33", text);
  }

  /** Dim: less important. */
  String faint(String text) {
    return paint("2", text);
  }

  /** Bold: the name of something. */
  String strong(String text) {
    return paint("1", text);
  }

  /** The verdict in capitals and its colour. */
  String verdict(Verdict verdict) {
    return inColourOf(verdict, verdict.name().toUpperCase(Locale.ROOT));
  }

  /** The same, or {@code FLAKY} where it passed only when played again. */
  String outcome(CaseResult result) {
    return result.flaky() ? warn("FLAKY") : verdict(result.verdict());
  }

  /** A text in the colour of a verdict. */
  String inColourOf(Verdict verdict, String text) {
    return switch (verdict) {
      case PASSED -> good(text);
      case FAILED -> bad(text);
      case BROKEN -> warn(text);
      case SKIPPED -> faint(text);
    };
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
