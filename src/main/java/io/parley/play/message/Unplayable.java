package io.parley.play.message;

import io.parley.model.FindingKind;

/** A step that cannot be performed, and why, in words. */
public final class Unplayable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final FindingKind kind;

  /** A step that cannot be played, for that reason. */
  public Unplayable(FindingKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** The sort of finding that it becomes. */
  public FindingKind kind() {
    return kind;
  }
}
