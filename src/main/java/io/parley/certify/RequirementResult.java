package io.parley.certify;

import java.util.List;
import java.util.Optional;

/**
 * A requirement and what became of it.
 *
 * @param requirement what was asked
 * @param state what became of it
 * @param reason why it is not met, not tested or not applicable, in one line; empty = it is met
 * @param proofs what shows it, in the order played
 */
public record RequirementResult(
    Requirement requirement, State state, Optional<String> reason, List<Proof> proofs) {

  /** Whether something was played for it. */
  public boolean isPlayed() {
    return state == State.MET || state == State.NOT_MET || state == State.NOT_TESTED;
  }

  /** Whether it is mandatory. */
  public boolean isMandatory() {
    return requirement.weight() == Weight.MANDATORY;
  }
}
