package io.parley.farend;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where an INVITE goes.
 *
 * @param next the next hop; empty = we answer ourselves
 * @param isInward whether it came from the far end, whose calls no profile judges
 * @param isNear whether it goes to the callers' side
 * @param replaces Replaces as the next hop knows that dialog; empty = it replaces none of ours
 * @param refusal why its Replaces cannot be: 481 or 603 (RFC 3891 §3); 0 = nothing
 */
record Route(
    Optional<InetSocketAddress> next,
    boolean isInward,
    boolean isNear,
    Optional<String> replaces,
    int refusal) {

  /** A call that we answer ourselves and no profile judges. */
  Route attended() {
    return new Route(Optional.empty(), true, false, Optional.empty(), 0);
  }
}
