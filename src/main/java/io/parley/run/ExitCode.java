package io.parley.run;

import io.parley.model.Verdict;
import io.parley.preflight.CheckLine;
import java.util.Collection;

/** What the process tells its caller; the numbers are part of the interface. */
public enum ExitCode {
  /** Every case that was played passed. */
  PASSED(0),
  /** At least one case failed. */
  FAILED(1),
  /** The command line or a scenario is wrong, or there was nothing to play. */
  USAGE(2),
  /** At least one case could not be tested and none failed. */
  BROKEN(3),
  /** Interrupted by the user. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number handed to the operating system. */
  public int number() {
    return number;
  }

  /**
   * The code of a run that came to its end.
   *
   * @param verdicts the verdict of every case; all skipped, or none at all, is {@link #USAGE}
   */
  public static ExitCode of(Collection<Verdict> verdicts) {
    if (verdicts.contains(Verdict.FAILED)) {
      return FAILED;
    }
    if (verdicts.contains(Verdict.BROKEN)) {
      return BROKEN;
    }
    return verdicts.contains(Verdict.PASSED) ? PASSED : USAGE;
  }

  /**
   * The code of a preflight.
   *
   * @param states of its lines
   */
  public static ExitCode ofCheck(Collection<CheckLine.State> states) {
    if (states.contains(CheckLine.State.WRONG)) {
      return FAILED;
    }
    if (states.contains(CheckLine.State.UNREACHABLE)) {
      return BROKEN;
    }
    return states.contains(CheckLine.State.SETUP) ? USAGE : PASSED;
  }
}
