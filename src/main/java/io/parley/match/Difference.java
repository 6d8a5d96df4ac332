package io.parley.match;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import java.util.Optional;

/**
 * One thing in which a message is not as expected.
 *
 * @param kind what sort, as the finding will be
 * @param at where the expectation is written; empty for what no line of a scenario asks for
 * @param expected what was expected, in words
 * @param actual what the message says, in words that go on after "expected …, "
 */
public record Difference(
    FindingKind kind, Optional<SourcePosition> at, String expected, String actual) {

  /** The finding this is, one to one, without the closest message and a diagnosis. */
  public Finding finding() {
    return Finding.of(kind, at.orElse(null), expected, actual);
  }
}
