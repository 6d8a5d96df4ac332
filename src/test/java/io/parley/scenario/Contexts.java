package io.parley.scenario;

import io.parley.model.Capability;
import io.parley.profile.Profiles;
import io.parley.scenario.context.LoadContext;
import io.parley.scenario.expand.Names;
import io.parley.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Load contexts for tests. */
public final class Contexts {
  static final List<String> PROFILES =
      List.of("teams-direct-routing", "teams-media-bypass", "zoom-byoc", "sipconnect");

  private Contexts() {}

  /** A target with the four main profiles and all numbers. */
  static LoadContext full() {
    return new LoadContext(
        chains(),
        PROFILES,
        Map.of("name", "test"),
        numbers(),
        Set.of("callee", "redundant"),
        Map.of(),
        Map.of(),
        Set.of());
  }

  /** What a script is loaded for that is played at this target, under no profile. */
  public static LoadContext at(Target target) {
    return at(target, Map.of(), List.of());
  }

  /** The same under these of these profiles, each with its chain. */
  public static LoadContext at(
      Target target, Map<String, List<String>> profiles, List<String> selected) {
    return new LoadContext(
        profiles,
        selected,
        target.local().servers().names(target.name()),
        target.numbers(),
        Set.of("callee", "caller", "redundant"),
        Map.of(),
        Map.of(),
        target.capabilities());
  }

  /** The same at a target that can do everything a scenario may need. */
  static LoadContext able() {
    LoadContext c = full();
    Map<String, String> numbers = new LinkedHashMap<>(c.numbers());
    numbers.put("guarded", "+15550190401");
    return new LoadContext(
        c.profiles(),
        c.selected(),
        Map.of("name", "embedded"),
        numbers,
        c.leased(),
        c.set(),
        c.env(),
        Set.of(Capability.values()));
  }

  /** The same with these profiles selected. */
  static LoadContext selecting(String... profiles) {
    LoadContext c = full();
    return new LoadContext(
        c.profiles(),
        List.of(profiles),
        c.target(),
        c.numbers(),
        c.leased(),
        c.set(),
        c.env(),
        Set.of());
  }

  /** The same with these variables set. */
  static LoadContext setting(Map<String, String> set, Map<String, String> env) {
    LoadContext c = selecting();
    return new LoadContext(
        c.profiles(), c.selected(), c.target(), c.numbers(), Set.of(), set, env, Set.of());
  }

  private static Map<String, List<String>> chains() {
    Map<String, List<String>> chains = new LinkedHashMap<>();
    Profiles shipped = Profiles.shipped();
    shipped.names().forEach(p -> chains.put(p, shipped.chain(p)));
    return chains;
  }

  private static Map<String, String> numbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (int i = 0; i < Names.NUMBERS.size(); i++) {
      numbers.put(Names.NUMBERS.get(i), "+155501000" + (10 + i));
    }
    return numbers;
  }
}
