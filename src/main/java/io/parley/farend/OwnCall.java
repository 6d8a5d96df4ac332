package io.parley.farend;

import io.parley.model.OfferSpec;
import java.time.Duration;

/**
 * A call that we make to a user who has registered, or has called.
 *
 * @param callId its Call-ID
 * @param caller the number that calls
 * @param offer what we offer; {@link OfferSpec#NO_OFFER} = nothing
 * @param pause how long after the user's own call it begins
 * @param taken whether it is taken back as soon as it rings (RFC 3261 §9.1)
 * @param ringing how long it may ring before we give up
 * @param hold how long it is held once it is answered
 */
public record OwnCall(
    String callId,
    String caller,
    OfferSpec offer,
    Duration pause,
    boolean taken,
    Duration ringing,
    Duration hold) {

  /** The same with another Call-ID. */
  public OwnCall as(String id) {
    return new OwnCall(id, caller, offer, pause, taken, ringing, hold);
  }
}
