package io.parley.scenario.write;

import io.parley.model.Expectation;
import io.parley.model.Expectations;
import io.parley.scenario.surface.ExpectationKeys;
import io.parley.yaml.Binder;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Scalar;
import io.parley.yaml.Sequence;
import io.parley.yaml.Suggestion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code expect}: flat or by profile, and by name where steps refer to names. */
public final class ExpectReader {
  private static final List<String> KEYS =
      List.of(
          "any",
          "status",
          "repaired",
          "headers",
          "answer",
          "warning",
          "reason",
          "within",
          "code",
          "evidence",
          "source",
          "why");

  private final Binder binder;
  private final Set<String> profiles;

  /**
   * A reader.
   *
   * @param profiles the names of all profiles
   */
  public ExpectReader(Binder binder, Set<String> profiles) {
    this.binder = binder;
    this.profiles = profiles;
  }

  /**
   * Reads it.
   *
   * @param names the names that steps refer to; empty = the unnamed expectation
   */
  public Map<String, Expectations> read(Mapping map, Set<String> names) {
    Map<String, Expectations> out = new LinkedHashMap<>();
    if (names.isEmpty()) {
      expectations(map).ifPresent(e -> out.put("", e));
      return out;
    }
    for (Mapping.Entry e : map.entries()) {
      if (!names.contains(e.key())) {
        String hint = "Steps wait for: expected." + String.join(", expected.", names);
        binder.problems().add(e.keyAt(), "no step waits for 'expected." + e.key() + "'", hint);
      } else if (e.value() instanceof Mapping inner) {
        expectations(inner).ifPresent(x -> out.put(e.key(), x));
      } else {
        binder.expected(
            e.value(), "a map: one outcome such as { status: 488 }, or one for each profile");
      }
    }
    return out;
  }

  private Optional<Expectations> expectations(Mapping map) {
    List<Mapping.Entry> own = map.entries().stream().filter(e -> KEYS.contains(e.key())).toList();
    if (map.entries().isEmpty()) {
      binder.expected(map, "an outcome such as { status: 488 }, or one for each profile");
      return Optional.empty();
    }
    if (own.isEmpty()) {
      return byProfile(map);
    }
    Optional<Mapping.Entry> profile =
        map.entries().stream()
            .filter(e -> profiles.contains(e.key()) || e.key().equals("default"))
            .findFirst();
    profile.ifPresent(p -> mixed(p, own.get(0)));
    return profile.isPresent() ? Optional.empty() : expectation(map).map(Expectations.Flat::new);
  }

  private void mixed(Mapping.Entry profile, Mapping.Entry own) {
    binder
        .problems()
        .add(
            profile.keyAt(),
            "expect is either one outcome or one for each profile: '"
                + profile.key()
                + "' is a profile, '"
                + own.key()
                + "' belongs to an outcome",
            "Put the outcome under 'default', or leave the profiles out.");
  }

  private Optional<Expectations> byProfile(Mapping map) {
    Map<String, Expectation> table = new LinkedHashMap<>();
    for (Mapping.Entry e : map.entries()) {
      if (!profiles.contains(e.key()) && !e.key().equals("default")) {
        unknown(e);
      } else {
        expectation(e.value()).ifPresent(x -> table.put(e.key(), x));
      }
    }
    return table.size() == map.entries().size()
        ? Optional.of(new Expectations.ByProfile(table))
        : Optional.empty();
  }

  private void unknown(Mapping.Entry e) {
    boolean outcome = e.value() instanceof Mapping m && m.keys().stream().anyMatch(KEYS::contains);
    TreeSet<String> known = new TreeSet<>(profiles);
    known.add("default");
    if (!outcome && Suggestion.nearest(e.key(), KEYS).isPresent()) {
      binder.unknown(e.keyAt(), "key", e.key(), "Keys", KEYS);
    } else {
      binder.unknown(e.keyAt(), "profile", e.key(), "Profiles", List.copyOf(known));
    }
  }

  private Optional<Expectation> expectation(Node node) {
    return binder
        .bind(node, ExpectationKeys.class)
        .flatMap(keys -> new OutcomeReader(binder).expectation(keys));
  }

  /**
   * The names of expectations that the steps of a file refer to, without the unnamed one. Taken
   * from the tree, so that {@code expect} is checked even when the steps have problems of their
   * own.
   */
  public static Set<String> names(Mapping file) {
    Set<String> names = new LinkedHashSet<>();
    if (file.get("steps").orElse(file) instanceof Sequence steps) {
      steps.items().stream()
          .filter(Mapping.class::isInstance)
          .flatMap(step -> ((Mapping) step).entries().stream())
          .filter(e -> e.value() instanceof Mapping)
          .flatMap(e -> ((Mapping) e.value()).get("receive").stream())
          .filter(r -> r instanceof Scalar s && s.text().startsWith("expected."))
          .forEach(r -> names.add(((Scalar) r).text().substring("expected.".length())));
    }
    return names;
  }
}
