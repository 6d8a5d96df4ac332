package io.parley.target;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where our side listens, bound: what a target is told when it is started.
 *
 * @param usual the far end's usual server
 * @param caller where our callers are, UDP and TCP, to be called; empty = nobody calls them
 * @param second the second server of its trunks of two; empty = there are none
 * @param firsts the first servers of these trunks, in the order of {@link FarEndServers#trunks}
 */
public record OurPlaces(
    Server usual,
    Optional<InetSocketAddress> caller,
    Optional<Server> second,
    List<Server> firsts) {

  /**
   * A server of the far end.
   *
   * @param plain where it takes UDP and TCP
   * @param secure where it takes TLS; the same where it does not
   */
  public record Server(InetSocketAddress plain, InetSocketAddress secure) {}

  /** Callees at one place, without TLS. */
  public static OurPlaces of(InetSocketAddress callee, Optional<InetSocketAddress> caller) {
    return new OurPlaces(new Server(callee, callee), caller, Optional.empty(), List.of());
  }
}
