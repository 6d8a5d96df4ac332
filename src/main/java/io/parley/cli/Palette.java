package io.parley.cli;

import io.parley.model.Verdict;
import io.parley.report.Visible;
import io.parley.result.CaseResult;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours words for a terminal, or leaves them alone.
 *
 * @param colour whether escape sequences are written
 */
record Palette(boolean colour) {
  private static final char ESCAPE = '\u001b';

  /** The sequences of ours and of the help: colours and weights, none that hides or moves. */
  private static final Pattern COLOUR =
      Pattern.compile("\u001b\\[(?:0|1|2|3|4|2[1-47]|3[1-6]|39)?m");

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

  /**
   * The text with everything made visible that would steer the terminal, but for the colours of
   * this palette: what strangers sent is shown on it.
   */
  String safe(String text) {
    if (text.indexOf(ESCAPE) < 0 || !colour) {
      return Visible.text(text);
    }
    StringBuilder out = new StringBuilder();
    Matcher ours = COLOUR.matcher(text);
    int from = 0;
    for (; ours.find(); from = ours.end()) {
      out.append(Visible.text(text.substring(from, ours.start()))).append(ours.group());
    }
    return out.append(Visible.text(text.substring(from))).toString();
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
