package io.parley.dns;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * One server for a transport.
 *
 * @param name its host name, or the address where that is all there is
 * @param addresses where it listens, in the order to try them; never empty
 * @param priority servers of a lower number come first (RFC 2782)
 * @param weight share of the requests among servers of one priority (RFC 2782)
 */
public record Server(String name, List<InetSocketAddress> addresses, int priority, int weight) {

  /** Copies the list. */
  public Server {
    addresses = List.copyOf(addresses);
  }
}
