package io.parley.play.dialog;

import io.parley.sdp.Ice;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import java.util.Optional;

/** What the descriptions of one call say of ICE, in their first stream. */
public record CallIce(Leg leg) {

  /** What the SDP that came last says; empty = none came. */
  public Optional<Ice> received() {
    return leg.received().stream()
        .flatMap(m -> m.sdp().stream())
        .reduce((earlier, later) -> later)
        .flatMap(b -> first(Sdp.of(b.bytes())));
  }

  /** What our own last SDP says; empty = there is none yet. */
  public Optional<Ice> sent() {
    return leg.media().described().flatMap(CallIce::first);
  }

  /** Whether what the call began with was offered by us. */
  public boolean isOffered() {
    return leg.media().ofInvite().isOurs();
  }

  private static Optional<Ice> first(Sdp sdp) {
    return sdp.media().stream().findFirst().map(Media::ice);
  }
}
