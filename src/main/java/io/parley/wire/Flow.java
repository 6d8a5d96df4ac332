package io.parley.wire;

import java.net.InetSocketAddress;

/**
 * Two ends and what is spoken between them, seen from our side.
 *
 * @param transport UDP, TCP or TLS
 * @param local our end
 * @param remote the other end
 */
public record Flow(Transport transport, InetSocketAddress local, InetSocketAddress remote) {

  @Override
  public String toString() {
    return transport.parameter() + " " + text(local) + " - " + text(remote);
  }

  /** {@code address:port}, IPv6 in brackets. */
  public static String text(InetSocketAddress address) {
    String host =
        address.getAddress() == null
            ? address.getHostString()
            : IpLiteral.text(address.getAddress());
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
