package io.parley.scenario.lint;

import io.parley.model.Actor;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.yaml.Problems;
import java.util.List;

/** Warns about waiting for copies that the actor's own manners keep from coming. */
final class CopyWarnings {
  private static final int FIRST_FINAL = 200;
  private static final int LAST_FINAL = 699;

  private final Problems warnings;

  CopyWarnings(Problems warnings) {
    this.warnings = warnings;
  }

  /** Looks at the steps of one scenario. */
  void check(Scenario scenario) {
    List<Step> steps = scenario.steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Repeated r && r.copies().times().least() > 0) {
        Actor actor = scenario.actors().get(r.actor());
        invite(r, actor);
        response(r, actor, steps.subList(i, steps.size()));
      }
    }
  }

  private void invite(Step.Repeated step, Actor actor) {
    if (step.method().filter("INVITE"::equals).isPresent() && actor.manners().trying()) {
      warnings.add(
          step.at(),
          "no copies can come: " + actor.name() + " answers the INVITE with 100 by itself",
          "Give the actor trying: none.");
    }
  }

  private void response(Step.Repeated step, Actor actor, List<Step> below) {
    boolean toInvite = step.method().isEmpty() && step.answered().orElse("INVITE").equals("INVITE");
    boolean finals =
        step.status().stream()
            .allMatch(
                p ->
                    java.util.stream.IntStream.rangeClosed(FIRST_FINAL, LAST_FINAL)
                        .anyMatch(p::matches));
    boolean later =
        below.stream()
            .anyMatch(
                s ->
                    s instanceof SendStep.Request r
                        && r.actor().equals(actor.name())
                        && r.method().equals("ACK"));
    if (toInvite && finals && !later && actor.manners().acknowledgesAtOnce()) {
      warnings.add(
          step.at(),
          "no copies can come: " + actor.name() + " acknowledges the response at once",
          "Give the actor ack: none, or ack: { after: 3s }.");
    }
  }
}
