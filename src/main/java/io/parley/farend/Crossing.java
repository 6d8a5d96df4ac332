package io.parley.farend;

import io.parley.profile.SessionBody;
import io.parley.sip.SipMessage;

/**
 * Whether a re-INVITE or UPDATE crosses what is under way (RFC 3261 §14.2, RFC 3311 §5.2). An offer
 * that passes is ours on the leg it goes out on.
 */
enum Crossing {
  /** It may pass. */
  NONE,
  /** There is an INVITE or an offer of ours on that leg: 491. */
  OURS,
  /** The same side has one under way already: 500 with Retry-After. */
  THEIRS;

  /** What a request from the side of that leg would cross. */
  static Crossing of(Leg leg, SipMessage request) {
    boolean invite = request.method().equals("INVITE");
    boolean offers = SessionBody.of(request).sdp().isPresent();
    boolean ours = leg.peer != null && leg.peer.offered != null;
    if (invite && leg.outgoing != null || offers && ours) {
      return OURS;
    }
    Passage before = invite ? leg.incoming : leg.updating;
    return before != null || offers && leg.offered != null ? THEIRS : NONE;
  }
}
