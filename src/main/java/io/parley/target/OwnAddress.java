package io.parley.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Which address of this machine faces a target. */
final class OwnAddress {
  /** Callers' own loopback address, so that the target's can be told from ours. */
  private static final InetAddress LOOPBACK = new InetSocketAddress("127.0.1.1", 0).getAddress();

  private OwnAddress() {}

  /**
   * The address that the system would send from; a wildcard could not be written in Via, Contact
   * and SDP. Nothing is sent.
   */
  static InetAddress facing(InetSocketAddress target) {
    if (target.getAddress().isLoopbackAddress() && target.getAddress().getAddress().length == 4) {
      return LOOPBACK;
    }
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(target);
      return socket.getLocalAddress();
    } catch (IOException | UncheckedIOException e) {
      throw new TargetUnavailableException(
          "no way to " + target + " is known: " + e.getMessage() + ". Write local: { bind: … }");
    }
  }
}
