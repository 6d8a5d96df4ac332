package io.parley.run;

import io.parley.capture.Invitation;
import io.parley.draft.FarEndRuling;
import io.parley.profile.Condition;
import io.parley.profile.Judged;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.profile.Ruling;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What every profile that is known here makes of a captured INVITE, for a draft of it. */
public final class Rulings {
  /**
   * What a draft does not repeat: it makes a Contact of its own, and no message that is damaged.
   */
  private static final Set<Condition> NOT_REPEATED =
      EnumSet.of(
          Condition.REQUEST_MALFORMED, Condition.CONTACT_MISSING, Condition.CONTACT_IS_ADDRESS);

  private Rulings() {}

  /** By profile, those we ship first. */
  public static List<FarEndRuling> of(Invitation call) {
    Profiles known = KnownProfiles.read();
    Judged judged = new Judged(call.invite(), NumberPlan.OPEN, true, call.initial());
    return known.names().stream()
        .map(name -> ruling(known.get(name).orElseThrow(), known.chain(name), judged))
        .toList();
  }

  /**
   * The profiles, of those that are played where nobody says which, that refuse; else all these.
   */
  public static List<String> refusing(List<FarEndRuling> rulings) {
    List<String> played = KnownProfiles.read().standard();
    List<String> out =
        rulings.stream()
            .filter(r -> r.status().isPresent())
            .map(FarEndRuling::profile)
            .filter(played::contains)
            .toList();
    return out.isEmpty() ? played : out;
  }

  private static FarEndRuling ruling(Profile profile, List<String> chain, Judged judged) {
    Optional<Ruling.Refuse> refusal =
        profile.objections(judged).stream()
            .filter(r -> !NOT_REPEATED.contains(r.rule().condition()))
            .findFirst();
    return refusal
        .map(
            r ->
                new FarEndRuling(
                    profile.id(),
                    chain,
                    OptionalInt.of(r.status()),
                    r.rule().evidence().name().toLowerCase(Locale.ROOT),
                    r.rule().source()))
        .orElseGet(
            () ->
                new FarEndRuling(
                    profile.id(),
                    chain,
                    OptionalInt.empty(),
                    "inferred",
                    "Profile " + profile.id() + ": the offer breaks none of its rules"));
  }
}
