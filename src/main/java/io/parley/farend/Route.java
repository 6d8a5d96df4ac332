package io.parley.farend;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where an INVITE goes.
 *
 * @param next the next hop; empty = we answer ourselves
 * @param isInward whether it came from the far end, whose calls no profile judges
 * @param isNear whether it goes to the callers' side
 * @param replaces Replaces as the next hop knows that dialog; empty = it replaces none of ours
 * @param refusal why it goes nowhere: 481 or 603 for its Replaces (RFC 3891 §3), 503 where no
 *     server is in service; 0 = nothing
 * @param servers the servers of the far end to try, in order; none = the next hop is none of them
 */
record Route(
    Optional<InetSocketAddress> next,
    boolean isInward,
    boolean isNear,
    Optional<String> replaces,
    int refusal,
    List<FarEndServer> servers) {

  /** A call that we answer ourselves and no profile judges. */
  Route attended() {
    return new Route(Optional.empty(), true, false, Optional.empty(), 0, List.of());
  }
}
