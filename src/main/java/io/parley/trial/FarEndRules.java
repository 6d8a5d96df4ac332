package io.parley.trial;

import io.parley.profile.Judged;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.sdp.Sdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the far end that we play would say to an offer of the phone. Its rules about numbers and
 * users are not asked: a phone dials what its SBC understands.
 *
 * @param profile of that far end
 */
record FarEndRules(Profile profile) {
  /** The requirement that these prove. */
  static final String ID = "far-end";

  List<Sighting> of(Crossed invite) {
    Optional<Sdp> sdp = StepTrace.sdp(invite.message());
    List<Sighting> out = new ArrayList<>();
    for (Ruling.Refuse r : profile.objections(Judged.of(invite.message()))) {
      if (r.rule().condition().isAboutOffers()) {
        out.add(
            new Sighting(
                ID,
                Sighting.Standing.BROKEN,
                "an offer that " + profile.id() + " takes",
                r.explanation() + " (refused " + r.status() + ")",
                r.rule().evidence().toString().toLowerCase(java.util.Locale.ROOT)
                    + ": "
                    + r.rule().source(),
                line(sdp, r.sdpLine().orElse(0))));
      }
    }
    if (out.isEmpty()) {
      String taken = "an offer that " + profile.id() + " takes";
      out.add(Sighting.by("profile " + profile.id(), ID, true, taken, "it takes it"));
    }
    return out;
  }

  private static Optional<String> line(Optional<Sdp> sdp, int number) {
    return sdp.flatMap(
        s -> s.lines().stream().filter(l -> l.number() == number).map(l -> l.text()).findFirst());
  }
}
