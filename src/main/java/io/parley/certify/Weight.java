package io.parley.certify;

import java.util.Locale;

/** How much a requirement weighs. */
public enum Weight {
  /** Without it phone and SBC do not work together. */
  MANDATORY,
  /** Without it they do, with a reservation. */
  RECOMMENDED;

  /** As people read it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
