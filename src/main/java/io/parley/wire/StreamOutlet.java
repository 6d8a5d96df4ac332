package io.parley.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How messages leave a port: over the connection to their peer, or a new one. Any thread. */
final class StreamOutlet {
  private final Connections connections;
  private final Dial dial;
  private final Map<InetSocketAddress, Object> connecting = new ConcurrentHashMap<>();
  private final Optional<Outboxes> outboxes;

  /** Makes a connection. */
  interface Dial {
    /** To that end; may wait. A failure is told as the end of a stream, too. */
    TcpConnection to(InetSocketAddress remote) throws IOException;
  }

  /**
   * A way out.
   *
   * @param connections those that there are
   * @param sending whether whoever sends waits
   * @param name starts the names of the threads that write for those who do not wait
   */
  StreamOutlet(Connections connections, Dial dial, Sending sending, String name) {
    this.connections = connections;
    this.dial = dial;
    this.outboxes =
        sending == Sending.QUEUED ? Optional.of(new Outboxes(this::write, name)) : Optional.empty();
  }

  /** Sends over the connection to that end, or makes one; a stale one is replaced once. */
  void send(byte[] message, InetSocketAddress remote) throws IOException {
    if (outboxes.isPresent()) {
      outboxes.get().put(message, remote);
    } else {
      write(message, remote);
    }
  }

  private void write(byte[] message, InetSocketAddress remote) throws IOException {
    TcpConnection known = connections.to(remote);
    if (known != null) {
      try {
        known.send(message);
        return;
      } catch (IOException e) {
        connections.remove(known);
      }
    }
    connection(remote).send(message);
  }

  private TcpConnection connection(InetSocketAddress remote) throws IOException {
    synchronized (connecting.computeIfAbsent(remote, r -> new Object())) {
      TcpConnection known = connections.to(remote);
      return known != null ? known : dial.to(remote);
    }
  }

  /** Takes no more; what is queued is written, within the given time. */
  void close(long millis) throws InterruptedException {
    if (outboxes.isPresent()) {
      outboxes.get().close(millis);
    }
  }
}
