package io.parley.run;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** The IP addresses of this machine, for who has to choose one. */
final class OwnAddresses {
  private OwnAddresses() {}

  /** As text, without link-local ones; one that is always there where the system tells none. */
  static List<String> all() {
    try {
      List<String> found =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(a -> !a.isLinkLocalAddress())
              .map(InetAddress::getHostAddress)
              .map(text -> text.replaceFirst("%.*", ""))
              .distinct()
              .sorted()
              .toList();
      return found.isEmpty() ? List.of("127.0.0.1") : found;
    } catch (SocketException e) {
      return List.of("127.0.0.1");
    }
  }
}
