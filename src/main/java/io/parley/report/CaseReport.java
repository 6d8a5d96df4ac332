package io.parley.report;

import io.parley.result.RunInfo;

/** One kind of report; like a run listener, with the evidence already made and masked. */
public interface CaseReport {

  /** The run begins. */
  default void runStarted(RunInfo run) {}

  /** A case is over; called on the worker that played it. */
  default void caseFinished(CaseEvidence evidence) {}

  /** All cases are over or the run was interrupted; called once. */
  default void runFinished(boolean interrupted) {}
}
