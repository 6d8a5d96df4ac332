package io.parley.model;

/** How well an expectation or a profile rule is known. */
public enum Evidence {
  /** The vendor's own documentation says so. */
  DOCUMENTED,
  /** An RFC says so. */
  RFC,
  /** Seen in a trace. */
  OBSERVED,
  /** Concluded, not read anywhere; the allowed set is as wide as the doubt. */
  INFERRED
}
