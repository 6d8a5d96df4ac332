package io.parley.report.bundle;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/** The interface behind a local address: a tunnel or a small MTU explains many a lost INVITE. */
final class LocalInterface {
  private LocalInterface() {}

  /**
   * {@code eth0, MTU 1500}; empty where the address is no longer, or never was, of this machine.
   */
  static Optional<String> of(InetAddress address) {
    try {
      NetworkInterface found = NetworkInterface.getByInetAddress(address);
      if (found != null) {
        return Optional.of(words(found));
      }
      return address.isLoopbackAddress() ? Optional.of("loopback") : Optional.empty();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static String words(NetworkInterface found) throws SocketException {
    String kind =
        found.isLoopback()
            ? " (loopback)"
            : found.isPointToPoint() ? " (point to point: a tunnel or VPN)" : "";
    return found.getName() + kind + ", MTU " + found.getMTU();
  }
}
