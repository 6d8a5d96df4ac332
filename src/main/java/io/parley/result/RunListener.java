package io.parley.result;

import io.parley.model.Case;

/** Follows a run. Methods may be called from several worker threads at once. */
public interface RunListener {

  /** The run begins. */
  default void runStarted(RunInfo run) {}

  /** A case begins. */
  default void caseStarted(Case started) {}

  /**
   * A case that scripts no caller waits for a call from outside from now on.
   *
   * @param number the number at which it will be found
   */
  default void callAwaited(Case waiting, String number) {}

  /**
   * A message of a case, or of its control call, crossed the wire; called on socket and timer
   * threads, and must not block.
   */
  default void messageCrossed(Case played, TranscriptEntry entry) {}

  /** A case is over. */
  default void caseFinished(CaseResult result) {}

  /** All cases are over or the run was interrupted. */
  default void runFinished(boolean interrupted) {}
}
