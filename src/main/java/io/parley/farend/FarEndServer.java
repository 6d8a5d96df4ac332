package io.parley.farend;

import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * One server of a far end.
 *
 * @param address where it takes UDP and TCP
 * @param secure where it takes TLS; empty = not at all, calls over TLS go to it over TCP
 */
public record FarEndServer(InetSocketAddress address, Optional<InetSocketAddress> secure) {

  /** One without TLS. */
  public static FarEndServer plain(InetSocketAddress address) {
    return new FarEndServer(address, Optional.empty());
  }

  /** By what a call goes to it that came over that transport. */
  Transport onward(Transport incoming) {
    return incoming == Transport.TLS && secure.isEmpty() ? Transport.TCP : incoming;
  }

  /** Where that call goes. */
  InetSocketAddress place(Transport incoming) {
    return secure.filter(s -> incoming == Transport.TLS).orElse(address);
  }
}
