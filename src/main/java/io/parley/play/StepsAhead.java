package io.parley.play;

import io.parley.model.Step;
import io.parley.sip.SipMessage;
import java.util.List;

/** What the script will still say by itself, so that no reflex says it first. */
record StepsAhead(List<StepRun> steps) {

  /** Whether a step still to come acknowledges the response or answers the request. */
  boolean say(String actor, SipMessage message) {
    return message.isResponse() ? acknowledges(actor) : answers(actor, message.method());
  }

  /** Whether the actor's next INVITE or ACK step is an ACK. */
  private boolean acknowledges(String actor) {
    return steps.stream()
        .filter(r -> isAhead(r) && r.step().actor().equals(actor))
        .map(StepRun::step)
        .filter(Step.SendRequest.class::isInstance)
        .map(s -> ((Step.SendRequest) s).method())
        .filter(m -> m.equals("ACK") || m.equals("INVITE"))
        .findFirst()
        .filter("ACK"::equals)
        .isPresent();
  }

  /** Whether a response step is still to come that follows a receive of that method. */
  private boolean answers(String actor, String method) {
    String awaited = method;
    for (StepRun run : steps) {
      if (!run.step().actor().equals(actor)) {
        continue;
      }
      if (run.step() instanceof Step.ReceiveRequest r) {
        awaited = r.method();
      } else if (run.step() instanceof Step.SendResponse && isAhead(run)) {
        if (awaited.equals(method)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAhead(StepRun run) {
    return run.state() == StepRun.State.AHEAD || run.isOpen();
  }
}
