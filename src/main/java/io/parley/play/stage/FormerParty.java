package io.parley.play.stage;

import io.parley.sip.Arrival;

/** A party whose case is over: it still lets go of what is up at the target. */
public interface FormerParty {

  /** Its name in the case. */
  String name();

  /**
   * Takes down what arrived; called on socket threads.
   *
   * @return whether it came before
   */
  boolean record(Arrival arrival);

  /** Answers a message that came after the end. */
  void settleLate(Arrival arrival, boolean again);
}
