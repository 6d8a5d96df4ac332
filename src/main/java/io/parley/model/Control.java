package io.parley.model;

/** Which good call must succeed at the target before this scenario's refusal proves anything. */
public sealed interface Control {

  /** The scenario's own base offer, unmutated, to the target's good number. */
  record Base() implements Control {}

  /** None: the scenario proves itself. */
  record None() implements Control {}

  /** Another scenario must have passed. */
  record ScenarioId(String id) implements Control {}
}
