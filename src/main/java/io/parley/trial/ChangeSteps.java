package io.parley.trial;

import io.parley.farend.Treatment;
import io.parley.farend.Treatment.Deed;
import io.parley.model.Direction;

/** Steps in which something is done in a call: held, transferred, kept alive. */
final class ChangeSteps {
  private static final Treatment ANSWERED = Treatment.ANSWERED;
  private static final String HANG_UP = "Hang up";

  private final StepList steps;
  private final TrialTimes times;

  ChangeSteps(StepList steps, TrialTimes times) {
    this.steps = steps;
    this.times = times;
  }

  /** All of them. */
  void write() {
    steps.add(
        "hold",
        "1008",
        "Holds and resumes",
        "it answers at once",
        ANSWERED,
        Marks.answered()
            .changes(
                "a re-INVITE that holds (a=sendonly or a=inactive)",
                "Put the call on hold",
                Direction.SENDONLY,
                Direction.INACTIVE)
            .changes("a re-INVITE that resumes (a=sendrecv)", "Take it back", Direction.SENDRECV)
            .hangsUp(HANG_UP)
            .list(),
        Checks::versions);
    steps.add(
        "is-held",
        "1009",
        "Is held and resumed",
        "it answers, holds you, takes you back and hangs up; wait for that",
        ANSWERED.doing(times.pace(), Deed.HOLD, Deed.RESUME, Deed.HANG_UP),
        Marks.answered()
            .answers("200 to our re-INVITE that holds", "", "INVITE", 200, 299)
            .answers("200 to our re-INVITE that resumes", "", "INVITE", 200, 299)
            .isHungUp("")
            .list(),
        Checks::changesAnswered);
    steps.add(
        "transfer",
        "1010",
        "Transfers",
        "it answers at once",
        ANSWERED,
        Marks.answered()
            .then("a REFER", "Transfer the call to 1001, unattended", c -> c.asks("REFER"))
            .hangsUp("Hang up, unless the phone does by itself")
            .list(),
        Checks::transfer);
    long wait = times.session().toSeconds() * 2 / 3;
    steps.add(
        "session-refresh",
        "1011",
        "Keeps the session alive",
        "it answers, and hangs up after " + wait + " s; wait for that",
        ANSWERED
            .refreshed(times.session())
            .doing(times.session().multipliedBy(2).dividedBy(3), Deed.HANG_UP),
        Marks.answered()
            .then("a refresh: its own, or 200 to ours", "", ChangeSteps::refreshes)
            .isHungUp("")
            .list(),
        Checks::changesAnswered);
  }

  private static boolean refreshes(Crossed c) {
    boolean own = c.changes() || c.asks("UPDATE");
    return own || c.answers("INVITE", 200, 299) || c.answers("UPDATE", 200, 299);
  }
}
