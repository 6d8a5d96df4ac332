package io.parley.run;

import io.parley.explain.Explainer;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.scenario.offer.OfferText;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.SdpSession;
import java.util.List;
import java.util.Optional;

/** Makes what explains captures, with the profiles that are known here. */
public final class Explaining {
  private static final MediaPlace ANYWHERE = new MediaPlace("192.0.2.1", 40_000);

  private Explaining() {}

  /**
   * An explainer.
   *
   * @param as names of profiles; empty = all that are known
   * @throws UsageException when there is no such profile, or a file of one is faulty
   */
  public static Explainer explainer(List<String> as) {
    Profiles known = KnownProfiles.read();
    List<Profile> chosen =
        (as.isEmpty() ? known.names() : as)
            .stream().map(name -> KnownProfiles.as(name, known)).toList();
    return new Explainer(chosen, !as.isEmpty());
  }

  /** The first of some base offers that a profile takes; empty when it is unknown or takes none. */
  public static Optional<String> goodBase(String profile, List<String> bases) {
    Optional<Profile> judge = KnownProfiles.read().get(profile);
    return bases.stream()
        .filter(
            base ->
                judge.isPresent()
                    && OfferText.read("base: " + base)
                        .map(o -> OfferBuilder.build(o, ANYWHERE, SdpSession.fresh()))
                        .filter(judge.get()::acceptsOffer)
                        .isPresent())
        .findFirst();
  }
}
