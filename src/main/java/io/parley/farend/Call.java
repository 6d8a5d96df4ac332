package io.parley.farend;

/** A call: the caller's leg and the far end's. */
final class Call {
  Leg caller;

  /** Null when we answer ourselves. */
  Leg callee;

  /** Whether it takes no channel any more. */
  boolean over;
}
