package io.parley.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Which address of this machine faces a target. */
public final class OwnAddress {
  /** Callers' own loopback address, so that the target's can be told from ours. */
  private static final InetAddress LOOPBACK = new InetSocketAddress("127.0.1.1", 0).getAddress();

  /** Callees' own loopback address. */
  private static final InetAddress CALLEES = new InetSocketAddress("127.0.2.1", 0).getAddress();

  /** A loopback address of ours that is on no access list of an SBC that we bring along. */
  public static final InetAddress UNLISTED = new InetSocketAddress("127.0.7.1", 0).getAddress();

  private OwnAddress() {}

  /** Our own side for a target on this machine. IPv6 has one loopback address only. */
  static LocalSide loopback(InetSocketAddress target) {
    boolean v4 = target.getAddress() instanceof Inet4Address;
    return new LocalSide(
        v4 ? LOOPBACK : target.getAddress(),
        new InetSocketAddress(v4 ? CALLEES : target.getAddress(), 0),
        Optional.empty(),
        Optional.empty(),
        PortRange.USUAL);
  }

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
