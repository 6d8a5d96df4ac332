package io.parley.model;

/** How a case ended. */
public enum Verdict {
  /** Every expectation was checked and met. */
  PASSED,
  /** The target misbehaved. */
  FAILED,
  /** We could not test: unreachable, control refused, harness fault. */
  BROKEN,
  /** Does not apply here; the reason is stated. */
  SKIPPED
}
