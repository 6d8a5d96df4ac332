package io.parley.play.dialog;

import io.parley.model.OfferSpec;
import io.parley.sdp.Continuity;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import java.util.Optional;

/** What we described in one dialog: each description raises the version (RFC 3264 §8). */
final class OwnDescriptions {
  private static final Optional<String> ACTOR = Optional.of("actor");

  private SdpSession session = SdpSession.fresh();
  private byte[] last;

  /** The same for a dialog of a fork, which goes on by itself. */
  OwnDescriptions copy() {
    OwnDescriptions out = new OwnDescriptions();
    out.session = session;
    out.last = last;
    return out;
  }

  /** Its identity and version in the next description. */
  SdpSession session() {
    return session;
  }

  /** What we described last; empty = nothing yet. */
  Optional<Sdp> last() {
    return Optional.ofNullable(last).map(Sdp::of);
  }

  /** Takes notice of a description that leaves. */
  byte[] sent(byte[] body) {
    session = session.next();
    last = body;
    return body;
  }

  /**
   * A spec that builds on the actor's own builds on what was described last, once there is such.
   */
  OfferSpec whole(OfferSpec spec) {
    return spec.base().equals(ACTOR)
        ? last().map(l -> spec.over(Continuity.spec(l))).orElse(spec)
        : spec;
  }

  /** What to offer where nothing is said: the actor's own, or once more what we described last. */
  Optional<OfferSpec> again(Optional<OfferSpec> own) {
    return last().map(Continuity::spec).or(() -> own);
  }
}
