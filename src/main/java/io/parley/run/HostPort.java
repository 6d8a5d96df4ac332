package io.parley.run;

import io.parley.wire.IpLiteral;
import java.net.InetSocketAddress;

/** An address as people write it. */
final class HostPort {
  private HostPort() {}

  /** {@code 127.0.0.1:5060} or {@code [::1]:5060}. */
  static String of(InetSocketAddress address) {
    String host =
        address.isUnresolved() ? address.getHostString() : IpLiteral.text(address.getAddress());
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
