package io.parley.play;

import io.parley.model.FindingKind;

/** A step that cannot be performed, and why, in words. */
final class Unplayable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final FindingKind kind;

  Unplayable(FindingKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  FindingKind kind() {
    return kind;
  }
}
