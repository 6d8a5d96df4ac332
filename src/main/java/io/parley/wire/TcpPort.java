package io.parley.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A port for TCP, or for TLS on it: accepts connections, makes connections, keeps them by their
 * remote end.
 */
final class TcpPort {
  private static final int BACKLOG = 256;
  private static final int CONNECT_MILLIS = 3000;
  private static final int WATCH_MILLIS = 1000;
  private static final long STUCK_NANOS = 5_000_000_000L;

  private final Transport kind;
  private final TlsLayer tls;
  private final InetSocketAddress bind;
  private final ServerSocket server;
  private final WireListener listener;
  private final String name;
  private final Map<InetSocketAddress, TcpConnection> connections = new ConcurrentHashMap<>();
  private final Map<InetSocketAddress, Object> connecting = new ConcurrentHashMap<>();
  private final Thread acceptor;
  private volatile boolean closed;

  /**
   * Binds; TLS without a certificate of our own accepts nothing and has no port.
   *
   * @param tls what makes it TLS; null for plain TCP
   */
  TcpPort(InetSocketAddress bind, TlsLayer tls, WireListener listener, String name)
      throws IOException {
    this.kind = tls == null ? Transport.TCP : Transport.TLS;
    this.tls = tls;
    this.bind = bind;
    this.listener = listener;
    this.name = name;
    this.server = tls == null || tls.canAccept() ? bound(bind) : null;
    this.acceptor = new Thread(this::accept, name + "-" + kind.parameter() + "-accept");
    acceptor.setDaemon(true);
  }

  private static ServerSocket bound(InetSocketAddress bind) throws IOException {
    ServerSocket out = new ServerSocket();
    try {
      out.setSoTimeout(WATCH_MILLIS);
      out.bind(bind, BACKLOG);
      return out;
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  void start() {
    if (server != null) {
      acceptor.start();
    }
  }

  /** Where it listens; null when it does not. */
  InetSocketAddress address() {
    return server == null ? null : (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** What it was to bind. */
  InetSocketAddress bind() {
    return bind;
  }

  /** The flow to that end if there is a connection, else null. */
  Flow flowTo(InetSocketAddress remote) {
    TcpConnection c = connections.get(remote);
    return c != null && c.isOpen() ? c.flow() : null;
  }

  /** Sends over the connection to that end, or makes one; a stale one is replaced once. */
  void send(byte[] bytes, InetSocketAddress remote) throws IOException {
    TcpConnection known = connections.get(remote);
    if (known != null && known.isOpen()) {
      try {
        known.send(bytes);
        return;
      } catch (IOException e) {
        connections.remove(remote, known);
      }
    }
    connect(remote).send(bytes);
  }

  /** Ends every connection; false where there is none. */
  boolean end(Ending how) {
    boolean any = false;
    for (TcpConnection c : connections.values()) {
      if (connections.remove(c.flow().remote(), c) && c.isOpen()) {
        c.end(how);
        any = true;
      }
    }
    return any;
  }

  private TcpConnection connect(InetSocketAddress remote) throws IOException {
    synchronized (connecting.computeIfAbsent(remote, r -> new Object())) {
      TcpConnection known = connections.get(remote);
      if (known != null && known.isOpen()) {
        return known;
      }
      return dial(remote);
    }
  }

  private TcpConnection dial(InetSocketAddress remote) throws IOException {
    Socket socket = new Socket();
    try {
      socket.bind(new InetSocketAddress(bind.getAddress(), 0));
      socket.connect(remote, CONNECT_MILLIS);
      return add(socket, tls == null ? StreamSocket.plain(socket) : tls.client(socket));
    } catch (IOException e) {
      socket.close();
      listener.broke(noConnection(remote), FlowFailure.reason(e));
      throw e;
    }
  }

  private Flow noConnection(InetSocketAddress remote) {
    return new Flow(kind, new InetSocketAddress(bind.getAddress(), 0), remote);
  }

  private TcpConnection add(Socket socket, StreamSocket stream) throws IOException {
    TcpConnection[] self = new TcpConnection[1];
    WireListener forgetting =
        new ForgettingListener(listener, flow -> connections.remove(flow.remote(), self[0]));
    TcpConnection c = new TcpConnection(kind, socket, stream, forgetting, name);
    self[0] = c;
    connections.put(c.flow().remote(), c);
    if (closed) {
      socket.close();
    }
    c.start();
    return c;
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = server.accept();
        add(socket, tls == null ? StreamSocket.plain(socket) : tls.server(socket));
      } catch (SocketTimeoutException e) {
        connections.values().forEach(c -> c.closeIfStuck(STUCK_NANOS));
      } catch (IOException e) {
        // One connection that failed while it was accepted does not end the port; the pause is
        // for a machine without a free file descriptor.
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  void close(long millis) throws IOException, InterruptedException {
    closed = true;
    if (server != null) {
      server.close();
      acceptor.join(millis);
    }
    for (TcpConnection c : connections.values()) {
      c.close(millis);
    }
    connections.clear();
  }
}
