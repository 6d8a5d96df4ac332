package io.parley.farend;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where the calls go that an embedded SBC accepts.
 *
 * @param farEnd where calls go; empty = it answers them itself
 * @param secureFarEnd where calls to the far end go that came over TLS; empty = over TCP to the far
 *     end
 * @param nearEnd where calls to numbers of the role {@code caller} go; empty = to the far end like
 *     all others
 */
public record SbcRoutes(
    Optional<InetSocketAddress> farEnd,
    Optional<InetSocketAddress> secureFarEnd,
    Optional<InetSocketAddress> nearEnd) {

  /** All calls to one place. */
  static SbcRoutes to(Optional<InetSocketAddress> farEnd) {
    return new SbcRoutes(farEnd, Optional.empty(), Optional.empty());
  }

  /** The same whose far end takes TLS there. */
  SbcRoutes withSecureFarEnd(InetSocketAddress address) {
    return new SbcRoutes(farEnd, Optional.of(address), nearEnd);
  }

  /** The same with callers who can be called. */
  SbcRoutes withNearEnd(InetSocketAddress address) {
    return new SbcRoutes(farEnd, secureFarEnd, Optional.of(address));
  }
}
