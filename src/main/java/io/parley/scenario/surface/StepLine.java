package io.parley.scenario.surface;

import io.parley.yaml.Located;
import java.util.Optional;

/**
 * One step as written: {@code - caller: { send: INVITE }}.
 *
 * @param actor who, and where that is written
 * @param action what it does
 * @param group the unordered group it stands in
 */
public record StepLine(Located<String> actor, Action action, Optional<Group> group) {
  StepLine(Located<String> actor, Action action) {
    this(actor, action, Optional.empty());
  }

  /** The same as a member of a group. */
  public StepLine in(Group of) {
    return new StepLine(actor, action, Optional.of(of));
  }

  /** Whether it is nobody's, as a pause is. */
  public boolean isNobodys() {
    return actor.value().isEmpty();
  }
}
