package io.parley.report;

import io.parley.result.CaseResult;

/** What evidence of a run is kept. */
public enum EvidenceScope {
  /** None: no files of any case. */
  NONE,
  /** The files of every case, and one zip of each that failed, broke, or passed only in the end. */
  FAILED,
  /** The files of every case, and one zip of each. */
  ALL;

  /** Whether the files of cases are kept. */
  public boolean keepsFiles() {
    return this != NONE;
  }

  /** Whether that case gets a zip. */
  public boolean bundles(CaseResult result) {
    return switch (this) {
      case NONE -> false;
      case FAILED -> result.wentWrong() || result.flaky();
      case ALL -> result.skip().isEmpty();
    };
  }
}
