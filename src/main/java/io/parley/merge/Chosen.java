package io.parley.merge;

import io.parley.model.Verdict;
import io.parley.record.RecordedCase;
import io.parley.result.CaseResult;

/**
 * A case of the merged run, and where it is from.
 *
 * @param from the run that played it
 * @param recorded as its record has it
 * @param result the same, told again
 */
record Chosen(RunFolder from, RecordedCase recorded, CaseResult result) {

  static Chosen of(RunFolder from, RecordedCase recorded) {
    return new Chosen(from, recorded, new ToldCase(recorded).result());
  }

  /** The one of two that counts: played before skipped, then the later. */
  Chosen or(Chosen other) {
    if (isSkipped() != other.isSkipped()) {
      return isSkipped() ? other : this;
    }
    return other.result.started().isBefore(result.started()) ? this : other;
  }

  private boolean isSkipped() {
    return result.verdict() == Verdict.SKIPPED;
  }

  /** Whether an interruption kept it from being played, or from its end. */
  boolean isCutOff() {
    return result.skip().filter(s -> s.contains(CaseResult.INTERRUPTED)).isPresent();
  }
}
