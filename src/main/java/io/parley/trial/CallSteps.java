package io.parley.trial;

import io.parley.farend.Treatment;
import java.util.List;

/** Steps in which the phone calls, and the call begins in one way or another. */
final class CallSteps {
  private static final Treatment ANSWERED = Treatment.ANSWERED;
  private static final String HANG_UP = "Hang up";

  private final StepList steps;
  private final TrialTimes times;

  CallSteps(StepList steps, TrialTimes times) {
    this.steps = steps;
    this.times = times;
  }

  /** All of them. */
  void write() {
    List<Mark> whole = Marks.answered().hangsUp(HANG_UP).list();
    steps.add("call", "1001", "Calls and hangs up", "it answers at once", ANSWERED, whole);
    steps.add(
        "busy",
        "1002",
        "Is told busy",
        "it is busy (486): hear the busy tone, hang up",
        Treatment.refused(486, "Busy Here"),
        Marks.dialled().acknowledged().list());
    steps.add(
        "decline",
        "1003",
        "Is declined",
        "it declines (603)",
        Treatment.refused(603, "Decline"),
        Marks.dialled().acknowledged().list());
    steps.add(
        "ringing",
        "1004",
        "Hears ringing, then an answer",
        "it rings for " + times.ringing().toSeconds() + " s and answers",
        ANSWERED.ringing(180, times.ringing()),
        whole);
    steps.add(
        "early-media",
        "1005",
        "Takes early media",
        "it sends early media (183 with SDP) and answers",
        ANSWERED.ringing(183, times.ringing()),
        whole);
    steps.add(
        "cancel",
        "1006",
        "Gives up while it rings",
        "it rings and does not answer",
        ANSWERED.ringing(180, TrialTimes.LONGEST_RINGING),
        Marks.dialled()
            .then("a CANCEL", "Hang up while it rings", c -> c.asks("CANCEL"))
            .then("an ACK to our 487", "", c -> c.asks("ACK"))
            .list());
    steps.add(
        "first-response-lost",
        "1007",
        "Repeats its INVITE where nothing comes back",
        "it is silent for " + times.silence().toMillis() + " ms and answers",
        ANSWERED.after(times.silence()),
        whole,
        Repeated::look);
  }
}
