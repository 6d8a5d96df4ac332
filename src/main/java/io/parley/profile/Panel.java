package io.parley.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each of many far ends would object to. Profiles that want the same are judged once: most
 * extend one another, and most conditions look at the request alone.
 */
public final class Panel {
  private final List<Profile> profiles;

  /** For each profile a number; those that want the same have the same. */
  private final int[] wants;

  /**
   * Judges by these.
   *
   * @param profiles in the order in which they are to be told
   */
  public Panel(List<Profile> profiles) {
    this.profiles = List.copyOf(profiles);
    Map<List<Object>, Integer> known = new HashMap<>();
    this.wants =
        profiles.stream()
            .mapToInt(p -> known.computeIfAbsent(wants(p), k -> known.size()))
            .toArray();
  }

  /** All of a profile that a condition reads; not its rules, its words and how it calls. */
  private static List<Object> wants(Profile p) {
    return List.of(
        p.media(), p.numberFormat(), p.uriSchemes(), p.bodyTypes(), p.minSessionExpires());
  }

  /**
   * Every objection of every far end, in its order.
   *
   * @return by the profile's name; an empty list where there is none
   */
  public Map<String, List<Ruling.Refuse>> of(Judged judged) {
    Map<Long, Optional<Fault>> known = new HashMap<>();
    Map<String, List<Ruling.Refuse>> out = new LinkedHashMap<>();
    for (int i = 0; i < profiles.size(); i++) {
      Profile profile = profiles.get(i);
      out.put(profile.id(), of(profile, wants[i], judged, known));
    }
    return out;
  }

  private static List<Ruling.Refuse> of(
      Profile profile, int want, Judged judged, Map<Long, Optional<Fault>> known) {
    List<Ruling.Refuse> out = new ArrayList<>();
    for (Rule rule : profile.rules()) {
      Condition condition = rule.condition();
      long key = (condition.isOfProfile() ? want + 1L : 0L) << 32 | condition.ordinal();
      known
          .computeIfAbsent(key, k -> condition.fault(profile, judged))
          .ifPresent(fault -> out.add(profile.refuse(rule, fault)));
    }
    return out;
  }
}
