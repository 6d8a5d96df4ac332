package io.parley.cli;

import io.parley.model.Case;
import io.parley.play.CaseResult;
import io.parley.play.RunInfo;
import io.parley.play.RunListener;
import io.parley.report.Secrets;
import io.parley.report.Trace;

/**
 * Prints what crossed the wire, case by case, before anything else is said about the case: cases
 * that are played side by side do not mix.
 *
 * @param console where it shows
 * @param secrets what is masked
 * @param display told of everything too
 */
record Messages(Console console, Secrets secrets, RunListener display) implements RunListener {

  @Override
  public void runStarted(RunInfo run) {
    display.runStarted(run);
  }

  @Override
  public void callAwaited(Case waiting, String number) {
    display.callAwaited(waiting, number);
  }

  @Override
  public void caseFinished(CaseResult result) {
    if (result.skip().isEmpty()) {
      console.line(Trace.of(secrets.mask(result)));
    }
    display.caseFinished(result);
  }

  @Override
  public void runFinished(boolean interrupted) {
    display.runFinished(interrupted);
  }
}
