package io.parley.scenario.lint;

import io.parley.model.ReceiveStep;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.yaml.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Warns about steps that wait for, or act in, a dialog that cannot be there. */
final class UnreachableSteps {
  /** Requests that only make sense while a dialog is up (RFC 3261 §12.2, §15). */
  private static final Set<String> IN_DIALOG = Set.of("BYE", "INFO", "PRACK", "UPDATE", "REFER");

  private final Problems warnings;

  UnreachableSteps(Problems warnings) {
    this.warnings = warnings;
  }

  /** Looks at the steps of one scenario. */
  void check(List<Step> steps) {
    Map<String, Past> past = new HashMap<>();
    for (Step step : steps) {
      Step plain = step instanceof Step.Grouped g ? g.step() : step;
      if (plain instanceof Step.Pause || plain instanceof Step.Check) {
        continue; // these are no actor's
      }
      Past own = past.computeIfAbsent(plain.actor(), a -> new Past());
      warn(plain, own, steps);
      own.note(plain);
    }
  }

  private void warn(Step step, Past own, List<Step> steps) {
    if (step instanceof ReceiveStep.Response || step instanceof ReceiveStep.Expected) {
      if (!own.sent) {
        warnings.add(
            step.at(),
            "nothing can come here: " + step.actor() + " has sent no request yet",
            "Put the send above it.");
      }
    } else if (step instanceof SendStep.Response && !own.received) {
      warnings.add(
          step.at(),
          "nothing can be answered here: " + step.actor() + " has received no request yet",
          "Put the receive above it.");
    } else if (step instanceof SendStep.Request s
        && own.refused
        && s.when().isEmpty()
        && s.mutate().isEmpty()
        && IN_DIALOG.contains(s.method())
        && !expectsRefusal(s, steps)) {
      warnings.add(
          s.at(),
          s.method() + " has no dialog: the INVITE of " + s.actor() + " was refused above",
          "Remove the step, or expect 481 for it.");
    }
  }

  /** Whether the next answer that the actor waits for is a refusal: then it is wrong on purpose. */
  private static boolean expectsRefusal(SendStep.Request send, List<Step> steps) {
    for (Step step : steps.subList(steps.indexOf(send) + 1, steps.size())) {
      if (step instanceof ReceiveStep.Response r && r.actor().equals(send.actor())) {
        return r.status().stream().noneMatch(p -> p.matches(200));
      }
    }
    return false;
  }

  /** What an actor did so far. */
  private static final class Past {
    private boolean sent;
    private boolean received;
    private boolean refused;
    private String last = "";
    private int invites;

    void note(Step step) {
      if (step instanceof SendStep.Request s) {
        sent = true;
        last = s.method();
        invites += last.equals("INVITE") ? 1 : 0;
        refused &= !last.equals("INVITE");
      } else if (step instanceof SendStep.Raw) {
        sent = true;
      } else if (step instanceof ReceiveStep.Request) {
        received = true;
      } else if (step instanceof ReceiveStep.Response r) {
        refused |= refuses(r);
      }
    }

    /** The one call of an actor that has no other; a refused re-INVITE leaves the call up. */
    private boolean refuses(ReceiveStep.Response r) {
      return invites == 1
          && !received
          && !r.optional()
          && r.when().isEmpty()
          && r.method().orElse(last).equals("INVITE")
          && r.status().stream()
              .allMatch(p -> java.util.stream.IntStream.range(100, 300).noneMatch(p::matches));
    }
  }
}
