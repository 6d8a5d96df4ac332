package io.parley.model;

import java.util.List;

/** How a case ended. */
public enum Verdict {
  /** Every expectation was checked and met. */
  PASSED,
  /** The target misbehaved. */
  FAILED,
  /** We could not test: unreachable, control refused, this machine too late, harness fault. */
  BROKEN,
  /** Does not apply here; the reason is stated. */
  SKIPPED;

  /** That of a case with these findings: broken where all of them say that we could not test. */
  public static Verdict of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return PASSED;
    }
    return findings.stream().allMatch(f -> f.kind().breaks()) ? BROKEN : FAILED;
  }
}
