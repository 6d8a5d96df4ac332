package io.parley.report;

import java.util.Comparator;
import java.util.Set;

/**
 * The masking of one case: the patterns, and the values they found in its messages.
 *
 * @param hideSecrets mask secrets, of which there is one at least
 * @param hideNumbers mask numbers
 * @param secrets values to mask wherever they are quoted, longest first
 * @param numbers numbers to mask wherever they are quoted, longest first
 */
record Masking(boolean hideSecrets, boolean hideNumbers, Set<String> secrets, Set<String> numbers) {
  /** A value that contains another goes first. */
  static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  /** Shorter values are words or ports more often than secrets, so only patterns mask them. */
  private static final int SHORTEST_QUOTED = 6;

  /**
   * A text of ours, or of a program's, masked; and what others wrote into it made visible, so that
   * it can steer nobody who shows it.
   */
  String shown(String text) {
    return Visible.text(text(text.replace("\r\n", "\n")));
  }

  /** The text masked, of the same length. */
  String text(String text) {
    String out = text;
    if (hideSecrets) {
      out = SecretPattern.maskSecrets(out);
      for (String secret : secrets) {
        if (secret.length() >= SHORTEST_QUOTED) {
          out = out.replace(secret, "x".repeat(secret.length()));
        }
      }
    }
    return hideNumbers ? numbers(out) : out;
  }

  private String numbers(String text) {
    String out = SecretPattern.maskNumbers(text);
    for (String number : numbers) {
      if (number.length() >= SHORTEST_QUOTED) {
        out = out.replace(number, SecretPattern.number(number));
      }
    }
    return out;
  }
}
