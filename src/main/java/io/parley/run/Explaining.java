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

  /** The first of some base offers that all of these profiles take; empty when there is none. */
  public static Optional<String> goodBase(List<String> profiles, List<String> bases) {
    Profiles known = KnownProfiles.read();
    List<Profile> judges = profiles.stream().flatMap(p -> known.get(p).stream()).toList();
    return bases.stream()
        .filter(
            base ->
                !judges.isEmpty()
                    && OfferText.read("base: " + base)
                        .map(o -> OfferBuilder.build(o, ANYWHERE, SdpSession.fresh()))
                        .filter(sdp -> judges.stream().allMatch(j -> j.acceptsOffer(sdp)))
                        .isPresent())
        .findFirst();
  }
}
