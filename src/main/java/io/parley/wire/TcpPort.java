package io.parley.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A port for TCP, or for TLS on it: accepts connections, makes connections, keeps them by their
 * remote end.
 */
final class TcpPort {
  private static final int BACKLOG = 256;
  private static final int CONNECT_MILLIS = 3000;
  private static final int WATCH_MILLIS = 250;

  private final Transport kind;
  private final TlsLayer tls;
  private final InetSocketAddress bind;
  private final ServerSocket server;
  private final WireListener listener;
  private final String name;
  private final Connections connections;
  private final HalfMessages held;
  private final Thread acceptor;
  private final StreamOutlet outlet;
  private volatile boolean closed;

  /**
   * Binds; TLS without a certificate of our own accepts nothing and has no port.
   *
   * @param tls what makes it TLS; null for plain TCP
   */
  TcpPort(InetSocketAddress bind, TlsLayer tls, Sending sending, WireListener listener, String name)
      throws IOException {
    this(bind, tls, StreamLimits.USUAL, sending, listener, name);
  }

  /** The same with limits of its own. */
  TcpPort(
      InetSocketAddress bind,
      TlsLayer tls,
      StreamLimits limits,
      Sending sending,
      WireListener listener,
      String name)
      throws IOException {
    this.connections = new Connections(limits);
    this.held = new HalfMessages(limits.bytes());
    this.kind = tls == null ? Transport.TCP : Transport.TLS;
    this.tls = tls;
    this.bind = bind;
    this.listener = listener;
    this.name = name;
    this.server = tls == null || tls.canAccept() ? bound(bind) : null;
    this.acceptor = new Thread(this::accept, name + "-" + kind.parameter() + "-accept");
    acceptor.setDaemon(true);
    this.outlet = new StreamOutlet(connections, this::dial, sending, name + "-" + kind.parameter());
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
    TcpConnection c = connections.to(remote);
    return c != null ? c.flow() : null;
  }

  /** Sends over the connection to that end, or makes one; a stale one is replaced once. */
  void send(byte[] bytes, InetSocketAddress remote) throws IOException {
    outlet.send(bytes, remote);
  }

  /** Ends every connection; false where there is none. */
  boolean end(Ending how) {
    return connections.end(how);
  }

  private TcpConnection dial(InetSocketAddress remote) throws IOException {
    Socket socket = new Socket();
    try {
      socket.bind(new InetSocketAddress(bind.getAddress(), 0));
      socket.connect(remote, CONNECT_MILLIS);
      return add(socket, tls == null ? StreamSocket.plain(socket) : tls.client(socket), false);
    } catch (IOException e) {
      socket.close();
      listener.broke(noConnection(remote), FlowFailure.reason(e));
      throw e;
    }
  }

  private Flow noConnection(InetSocketAddress remote) {
    return new Flow(kind, new InetSocketAddress(bind.getAddress(), 0), remote);
  }

  private TcpConnection add(Socket socket, StreamSocket stream, boolean accepted)
      throws IOException {
    TcpConnection[] self = new TcpConnection[1];
    WireListener forgetting = new ForgettingListener(listener, flow -> connections.remove(self[0]));
    TcpConnection c =
        new TcpConnection(
            kind, socket, stream, new StreamProgress(accepted), held, forgetting, name);
    self[0] = c;
    connections.add(c);
    if (closed) {
      socket.close();
    }
    c.start();
    return c;
  }

  private void accept() {
    long swept = System.nanoTime();
    while (!closed) {
      try {
        admit(server.accept());
      } catch (SocketTimeoutException e) {
        // Nobody connects: time to look after those who have.
      } catch (IOException e) {
        // The pause is for a machine without a free file descriptor.
        LockSupport.parkNanos(1_000_000);
      }
      if (System.nanoTime() - swept > WATCH_MILLIS * 1_000_000L) {
        connections.sweep();
        swept = System.nanoTime();
      }
    }
  }

  /** One connection that fails while it is accepted does not end the port. */
  private void admit(Socket socket) throws IOException {
    boolean admitted = false;
    try {
      if (connections.makeRoom()) {
        add(socket, tls == null ? StreamSocket.plain(socket) : tls.server(socket), true);
        admitted = true;
      }
    } catch (OutOfMemoryError e) {
      connections.sweep(); // no thread to be had for its reader
    } finally {
      if (!admitted) {
        socket.close();
      }
    }
  }

  void close(long millis) throws IOException, InterruptedException {
    closed = true;
    if (server != null) {
      server.close();
      acceptor.join(millis);
    }
    outlet.close(millis);
    connections.close(millis);
  }
}
