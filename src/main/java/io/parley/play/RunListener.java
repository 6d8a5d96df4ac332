package io.parley.play;

import io.parley.model.Case;

/** Follows a run. Methods may be called from several worker threads at once. */
public interface RunListener {

  /** The run begins. */
  default void runStarted(RunInfo run) {}

  /** A case begins. */
  default void caseStarted(Case started) {}

  /** A case is over. */
  default void caseFinished(CaseResult result) {}

  /** All cases are over or the run was interrupted. */
  default void runFinished(boolean interrupted) {}
}
