package io.parley.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Takes TCP connections and resets each; nobody listens on the UDP port of that number. */
final class ResettingPort implements AutoCloseable {
  private static final String ADDRESS = "127.0.5.2";
  private final ServerSocket tcp;

  private ResettingPort(ServerSocket tcp) {
    this.tcp = tcp;
  }

  static ResettingPort start() {
    try {
      ResettingPort port =
          new ResettingPort(new ServerSocket(0, 50, InetAddress.getByName(ADDRESS)));
      Thread thread = new Thread(port::reset, "fake-reset");
      thread.setDaemon(true);
      thread.start();
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) tcp.getLocalSocketAddress();
  }

  private void reset() {
    try {
      while (true) {
        Socket socket = tcp.accept();
        socket.getInputStream().read();
        socket.setSoLinger(true, 0); // close() now sends RST instead of FIN
        socket.close();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @Override
  public void close() throws IOException {
    tcp.close();
  }
}
