package io.parley.model;

import java.util.Optional;

/**
 * One thing wrong with a file, found while loading; nothing is sent while one stands.
 *
 * @param at where in the file
 * @param message what was expected and what was found
 * @param hint what to do, for example a "Did you mean" line
 */
public record Problem(SourcePosition at, String message, Optional<String> hint) {

  /** A problem without a hint. */
  public static Problem at(SourcePosition at, String message) {
    return new Problem(at, message, Optional.empty());
  }

  /** A problem with a hint. */
  public static Problem at(SourcePosition at, String message, String hint) {
    return new Problem(at, message, Optional.of(hint));
  }

  /** {@code file:line:column: message. hint}. */
  @Override
  public String toString() {
    return at + ": " + message + hint.map(h -> ". " + h).orElse("");
  }
}
