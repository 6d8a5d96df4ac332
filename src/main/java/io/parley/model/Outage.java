package io.parley.model;

import java.util.Locale;

/** What an actor's server does from a step on, whatever comes to it. */
public enum Outage {
  /** It answers nothing by itself any more, as if it were switched off. */
  BEGIN,
  /** It answers as before. */
  END;

  /** As files have it: {@code begin}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
