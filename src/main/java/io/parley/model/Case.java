package io.parley.model;

import java.util.Map;
import java.util.Optional;

/**
 * The unit that gets a verdict: one scenario, one matrix cell, one profile.
 *
 * @param id its identity
 * @param scenario what to play
 * @param expected the expectation chosen for this profile, by name (empty name = the unnamed one)
 * @param skip why it does not apply here; empty = play it
 */
public record Case(
    CaseId id, Scenario scenario, Map<String, Expectation> expected, Optional<String> skip) {

  @Override
  public String toString() {
    return id.toString();
  }
}
