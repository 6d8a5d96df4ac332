package io.parley.match;

import io.parley.model.Outcome;
import java.util.List;

/**
 * How a final response compares with an expectation of several outcomes.
 *
 * @param met the outcomes it satisfies, in the order written; for one that is {@code repaired} the
 *     offer that left the SBC has still to be looked at
 * @param closest the outcome it satisfies or comes closest to
 * @param match the comparison with that outcome
 */
public record OutcomeMatch(List<Outcome> met, Outcome closest, Match match) {

  /** Whether some outcome is satisfied, as far as the response can tell. */
  public boolean isMet() {
    return !met.isEmpty();
  }

  /** Whether only a repaired call would satisfy, so that the far end's offer decides. */
  public boolean needsRepair() {
    return isMet() && met.stream().allMatch(Outcome::repaired);
  }
}
