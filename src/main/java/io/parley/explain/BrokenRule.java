package io.parley.explain;

import io.parley.diagnosis.RuleAdvice;
import io.parley.profile.Ruling;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule that an offer or its request breaks.
 *
 * @param leading how the profile that is most to the point refuses it
 * @param by how each profile that has the rule refuses it, by its name
 * @param advice what usually breaks it, what to do, who does it
 */
public record BrokenRule(
    Ruling.Refuse leading, Map<String, Ruling.Refuse> by, Optional<RuleAdvice> advice) {

  /** The rule's name in profiles. */
  public String name() {
    return leading.rule().condition().label();
  }

  /** Whether some profile refuses it with that status. */
  boolean refusedWith(int status) {
    return by.values().stream().anyMatch(r -> r.status() == status);
  }

  /** The profiles that refuse it. */
  public List<String> profiles() {
    return List.copyOf(by.keySet());
  }
}
