package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.ReceiveStep;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.model.Step;
import java.util.List;

/** What the steps of one actor ask of its place on the network. */
final class ActorSteps {
  private final Actor actor;
  private final List<Step> steps;

  /** The steps of that actor in its scenario. */
  ActorSteps(Scenario scenario, Actor actor) {
    this.actor = actor;
    this.steps = scenario.steps().stream().filter(s -> s.actor().equals(actor.name())).toList();
  }

  /**
   * Whether the actor sends anything that only the raw lane carries, or needs a port of its own.
   */
  boolean needRawLane() {
    return actor.link().isOwn() || steps.stream().anyMatch(ActorSteps::isRaw);
  }

  private static boolean isRaw(Step step) {
    return step instanceof SendStep.Raw
        || step instanceof Step.Disconnect
        || step instanceof SendStep.Request r && !r.mutate().isEmpty() && hasTransaction(r);
  }

  /** An ACK has no transaction, and a CANCEL belongs to the INVITE, which has one. */
  private static boolean hasTransaction(SendStep.Request step) {
    return !step.method().equals("ACK") && !step.method().equals("CANCEL");
  }

  /** Whether they say something of OPTIONS that come to the actor's server. */
  boolean concernOptions() {
    return steps.stream()
        .anyMatch(
            s ->
                s instanceof Step.ServerOutage
                    || s instanceof ReceiveStep.Request r && r.method().equals("OPTIONS"));
  }
}
