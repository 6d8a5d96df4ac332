package io.parley.merge;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Times as records have them. */
final class Times {
  private Times() {}

  /** ISO 8601; empty where it is something else. */
  static Optional<Instant> of(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
