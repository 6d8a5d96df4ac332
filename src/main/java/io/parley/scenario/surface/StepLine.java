package io.parley.scenario.surface;

import io.parley.yaml.Located;
import java.util.Optional;

/**
 * One step as written: {@code - caller: { send: INVITE }}.
 *
 * @param actor who, and where that is written
 * @param action what it does
 * @param group the group it stands in
 * @param way its name where one of the group is enough; empty = all of the group are to be met
 */
public record StepLine(
    Located<String> actor, Action action, Optional<Group> group, Optional<String> way) {
  StepLine(Located<String> actor, Action action) {
    this(actor, action, Optional.empty(), Optional.empty());
  }

  /** The same that need not come, where it waits for something. */
  public StepLine asOptional() {
    Action to = action instanceof Action.Receive r ? r.asOptional() : action;
    return new StepLine(actor, to, group, way);
  }

  /** The same as a member of a group. */
  public StepLine in(Group of) {
    return new StepLine(actor, action, Optional.of(of), Optional.empty());
  }

  /** The same as one way of several. */
  public StepLine in(Group of, String name) {
    return new StepLine(actor, action, Optional.of(of), Optional.of(name));
  }

  /** Whether it is nobody's, as a pause is. */
  public boolean isNobodys() {
    return actor.value().isEmpty();
  }
}
