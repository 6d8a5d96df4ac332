package io.parley.play.script;

import io.parley.model.ReceiveStep;
import io.parley.model.SendStep;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;

/** What the script will still say by itself, so that no reflex says it first. */
record StepsAhead(List<StepRun> steps) {

  /**
   * Whether a step still to come acknowledges the response or answers the request.
   *
   * @param collides whether the request crosses another, so that only a refusal can be its answer
   */
  boolean say(String actor, SipMessage message, boolean collides) {
    if (message.isRequest()) {
      return answer(actor, message.method())
          .filter(s -> !collides || s.status() >= 300)
          .isPresent();
    }
    return message.status().orElse(0) < 200 ? pracks(actor) : acknowledges(actor);
  }

  /** Whether the actor itself still sends a PRACK. */
  private boolean pracks(String actor) {
    return steps.stream()
        .filter(r -> isAhead(r) && r.step().actor().equals(actor))
        .anyMatch(r -> r.step() instanceof SendStep.Request s && s.method().equals("PRACK"));
  }

  /** Whether the actor's next INVITE or ACK step is an ACK. */
  private boolean acknowledges(String actor) {
    return steps.stream()
        .filter(r -> isAhead(r) && r.step().actor().equals(actor))
        .map(StepRun::step)
        .filter(SendStep.Request.class::isInstance)
        .map(s -> ((SendStep.Request) s).method())
        .filter(m -> m.equals("ACK") || m.equals("INVITE"))
        .findFirst()
        .filter("ACK"::equals)
        .isPresent();
  }

  /**
   * The response step still to come that answers a request of that method: one below the receive
   * that will take it, and above the next of the kind.
   */
  private Optional<SendStep.Response> answer(String actor, String method) {
    String awaited = method;
    boolean taken = false;
    for (StepRun run : steps) {
      if (!run.step().actor().equals(actor)) {
        continue;
      }
      if (run.step() instanceof ReceiveStep.Request r) {
        boolean next = isAhead(run) && r.method().equals(method);
        if (next && taken) {
          return Optional.empty();
        }
        taken |= next;
        awaited = r.method();
      } else if (run.step() instanceof SendStep.Response s
          && isAhead(run)
          && s.method().orElse(awaited).equals(method)) {
        return Optional.of(s);
      }
    }
    return Optional.empty();
  }

  private static boolean isAhead(StepRun run) {
    return run.state() == StepRun.State.AHEAD || run.isOpen();
  }
}
