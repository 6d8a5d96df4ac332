package io.parley.phone;

import java.util.Locale;

/** How well a fact about a phone is known. */
public enum Confidence {
  /** The vendor's own manual says so. */
  DOCUMENTED,
  /** Seen in messages of such a phone. */
  OBSERVED,
  /** Taken from a public provisioning template, which need not be the vendor's default. */
  TEMPLATE,
  /** Said by many, found nowhere that can be cited. */
  UNVERIFIED;

  /** As files have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
