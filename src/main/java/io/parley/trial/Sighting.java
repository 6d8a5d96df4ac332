package io.parley.trial;

import io.parley.report.Secrets;
import java.util.Optional;

/**
 * One thing about a phone that was looked at.
 *
 * @param requirement which, by its id: a fact of its data sheet such as {@code codecs}, or a step
 * @param standing what came of it
 * @param expected what was expected, in words
 * @param found what the phone did, in words
 * @param source on whose word it was expected
 * @param line the header or SDP line that shows it; empty = none does
 */
public record Sighting(
    String requirement,
    Standing standing,
    String expected,
    String found,
    String source,
    Optional<String> line) {

  /** What came of looking. */
  public enum Standing {
    /** It is as expected. */
    HOLDS,
    /** It is not, but what was expected is nobody's word. */
    DOUBTFUL,
    /** It is not. */
    BROKEN
  }

  /** What a standard says, which no line shows. */
  static Sighting by(String rfc, String requirement, boolean holds, String expected, String found) {
    return new Sighting(
        requirement,
        holds ? Standing.HOLDS : Standing.BROKEN,
        expected,
        found,
        rfc,
        Optional.empty());
  }

  /** The same that names its line. */
  Sighting shownBy(Optional<String> text) {
    return new Sighting(requirement, standing, expected, found, source, text);
  }

  /** The same without what must not be shown. */
  Sighting masked(Secrets secrets) {
    return new Sighting(
        requirement, standing, expected, secrets.mask(found), source, line.map(secrets::mask));
  }

  /** What was not as expected, in one line. */
  public String words() {
    return "expected "
        + expected
        + ", found "
        + found
        + line.map(l -> " in '" + l + "'").orElse("")
        + " ["
        + source
        + "]";
  }

  /** Whether it is as expected. */
  public boolean holds() {
    return standing == Standing.HOLDS;
  }
}
