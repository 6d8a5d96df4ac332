package io.parley.run;

import java.net.InetSocketAddress;

/** An address as people write it. */
final class HostPort {
  private HostPort() {}

  /** {@code 127.0.0.1:5060} or {@code [::1]:5060}. */
  static String of(InetSocketAddress address) {
    String host =
        address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
