package io.parley.match;

import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import java.util.Optional;

/**
 * One thing checked on a message, met or not.
 *
 * @param expectation what is asked, in words
 * @param line 1-based line of the message it was read from; 0 = there is no such line
 * @param difference in what the message is off; empty = as expected
 * @param weight how far that puts the message from the expectation; 0 when met
 * @param note whether the difference is only worth a note and fails nothing
 */
public record Row(
    String expectation, int line, Optional<Difference> difference, int weight, boolean note) {

  static Row met(String expectation, int line) {
    return new Row(expectation, line, Optional.empty(), 0, false);
  }

  static Row off(
      FindingKind kind,
      SourcePosition at,
      String expectation,
      int line,
      String actual,
      int weight) {
    Difference difference = new Difference(kind, Optional.ofNullable(at), expectation, actual);
    return new Row(expectation, line, Optional.of(difference), weight, false);
  }

  /** The same as a note: an expectation that is only inferred fails nothing. */
  Row asNote() {
    return new Row(expectation, line, difference, weight, true);
  }

  /** Whether it fails the expectation. */
  public boolean isFailed() {
    return difference.isPresent() && !note;
  }
}
