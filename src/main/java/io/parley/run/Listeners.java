package io.parley.run;

import io.parley.model.Case;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.RunListener;
import io.parley.result.TranscriptEntry;
import java.util.List;

/**
 * Several listeners as one, told in order.
 *
 * @param all whom to tell
 */
record Listeners(List<RunListener> all) implements RunListener {
  @Override
  public void runStarted(RunInfo run) {
    all.forEach(l -> l.runStarted(run));
  }

  @Override
  public void caseStarted(Case started) {
    all.forEach(l -> l.caseStarted(started));
  }

  @Override
  public void messageCrossed(Case played, TranscriptEntry entry) {
    all.forEach(l -> l.messageCrossed(played, entry));
  }

  @Override
  public void callAwaited(Case waiting, String number) {
    all.forEach(l -> l.callAwaited(waiting, number));
  }

  @Override
  public void caseFinished(CaseResult result) {
    all.forEach(l -> l.caseFinished(result));
  }

  @Override
  public void runFinished(boolean interrupted) {
    all.forEach(l -> l.runFinished(interrupted));
  }
}
