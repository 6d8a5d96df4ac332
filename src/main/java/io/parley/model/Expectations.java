package io.parley.model;

import java.util.Map;
import java.util.Optional;

/** The expectation of each profile, or one for all. */
public sealed interface Expectations {

  /** The same whatever the far end. */
  record Flat(Expectation expectation) implements Expectations {}

  /** By profile name; {@code default} stands for all not named. */
  record ByProfile(Map<String, Expectation> profiles) implements Expectations {}

  /**
   * The expectation for a profile: exact name, then its ancestors, then {@code default}.
   *
   * @param chain the profile and its {@code extends} chain, nearest first; empty = a target without
   *     a profile, which only a flat expectation serves
   */
  default Optional<Expectation> forProfile(java.util.List<String> chain) {
    if (this instanceof Flat flat) {
      return Optional.of(flat.expectation);
    }
    Map<String, Expectation> table = ((ByProfile) this).profiles;
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    return chain.stream()
        .filter(table::containsKey)
        .findFirst()
        .map(table::get)
        .or(() -> Optional.ofNullable(table.get("default")));
  }
}
