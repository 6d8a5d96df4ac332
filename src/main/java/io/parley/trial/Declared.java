package io.parley.trial;

import io.parley.phone.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Facts of a data sheet, held against what the phone did. */
final class Declared {
  private final List<Sighting> sightings;

  /**
   * Holds facts.
   *
   * @param sightings takes what comes of it
   */
  Declared(List<Sighting> sightings) {
    this.sightings = sightings;
  }

  /** A fact that must be met exactly. */
  <T> void equal(String requirement, Fact<T> fact, T found, Optional<String> line) {
    hold(requirement, fact, found, Object::equals, line);
  }

  /**
   * A fact that is met where the test says so; one that is unknown is not looked at.
   *
   * @param meets told the declared value, then what was found
   */
  <T, F> void hold(
      String requirement, Fact<T> fact, F found, BiPredicate<T, F> meets, Optional<String> line) {
    fact.value()
        .ifPresent(
            value ->
                add(requirement, fact, words(value), words(found), meets.test(value, found), line));
  }

  /** A fact whose outcome is known already. */
  void add(
      String requirement,
      Fact<?> fact,
      String expected,
      String found,
      boolean holds,
      Optional<String> line) {
    Sighting.Standing otherwise =
        fact.isSourced() ? Sighting.Standing.BROKEN : Sighting.Standing.DOUBTFUL;
    sightings.add(
        new Sighting(
            Requirements.id(requirement),
            holds ? Sighting.Standing.HOLDS : otherwise,
            expected,
            found,
            fact.standing(),
            line));
  }

  private static String words(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : String.join(", ", list.stream().map(String::valueOf).toList());
    }
    return String.valueOf(value);
  }
}
