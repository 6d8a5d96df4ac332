package io.parley.trial;

import io.parley.certify.Requirement;
import io.parley.farend.Treatment;
import java.util.List;

/**
 * Something that the phone is to show, by a call to a number of ours.
 *
 * @param requirement what it proves
 * @param number what is dialled
 * @param todo what the tester has to do first
 * @param treatment what becomes of the call
 * @param marks what must cross, in this order
 * @param checks what is looked at once the call is over
 */
public record Step(
    Requirement requirement,
    String number,
    String todo,
    Treatment treatment,
    List<Mark> marks,
    List<Check> checks) {

  /** Copies the lists. */
  public Step {
    marks = List.copyOf(marks);
    checks = List.copyOf(checks);
  }

  /** The requirement's id. */
  public String id() {
    return requirement.id();
  }

  /** Whether we call the phone in it. */
  boolean callsBack() {
    return treatment.back().isPresent();
  }

  /** Something that is looked at once the messages of a step are there. */
  interface Check {
    /** What was shown; empty = nothing is wrong. */
    List<Sighting> look(StepTrace trace);
  }
}
