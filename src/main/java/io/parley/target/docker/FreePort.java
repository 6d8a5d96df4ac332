package io.parley.target.docker;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A port that is free on several addresses at once. */
final class FreePort {
  private static final int ATTEMPTS = 50;

  private FreePort() {}

  /**
   * A port free for UDP and TCP on every one of the addresses at the time of asking.
   *
   * @throws IOException when none is found
   */
  static int on(Collection<InetAddress> addresses) throws IOException {
    IOException last = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = ephemeral(addresses.iterator().next());
      try {
        tryAll(addresses, port);
        return port;
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new IOException("no port is free on all of " + addresses, last);
  }

  private static int ephemeral(InetAddress address) throws IOException {
    try (DatagramSocket any = new DatagramSocket(new InetSocketAddress(address, 0))) {
      return any.getLocalPort();
    }
  }

  private static void tryAll(Collection<InetAddress> addresses, int port) throws IOException {
    List<AutoCloseable> held = new ArrayList<>();
    try {
      for (InetAddress address : addresses) {
        held.add(new DatagramSocket(new InetSocketAddress(address, port)));
        ServerSocket tcp = new ServerSocket();
        held.add(tcp);
        tcp.bind(new InetSocketAddress(address, port));
      }
    } finally {
      for (AutoCloseable socket : held) {
        close(socket);
      }
    }
  }

  private static void close(AutoCloseable socket) throws IOException {
    try {
      socket.close();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
