package io.parley.model;

import java.util.Locale;

/** What an actor does to the connection that its messages go over. */
public enum ConnectionEnd {
  /** Closes it. */
  CLOSE,
  /** Closes it in its own direction; what still comes is read. */
  HALF_CLOSE,
  /** Cuts it off. */
  RESET;

  /** As files have it: {@code half-close}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
