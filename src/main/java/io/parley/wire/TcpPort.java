package io.parley.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A TCP port: accepts connections, makes connections, keeps them by their remote end. */
final class TcpPort {
  private static final int BACKLOG = 256;
  private static final int CONNECT_MILLIS = 3000;
  private static final int WATCH_MILLIS = 1000;
  private static final long STUCK_NANOS = 5_000_000_000L;

  private final ServerSocket server;
  private final WireListener listener;
  private final String name;
  private final Map<InetSocketAddress, TcpConnection> connections = new ConcurrentHashMap<>();
  private final Map<InetSocketAddress, Object> connecting = new ConcurrentHashMap<>();
  private final Thread acceptor;
  private volatile boolean closed;

  TcpPort(InetSocketAddress bind, WireListener listener, String name) throws IOException {
    this.listener = listener;
    this.name = name;
    this.server = new ServerSocket();
    try {
      server.setSoTimeout(WATCH_MILLIS);
      server.bind(bind, BACKLOG);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    this.acceptor = new Thread(this::accept, name + "-tcp-accept");
    acceptor.setDaemon(true);
  }

  void start() {
    acceptor.start();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
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

  private TcpConnection connect(InetSocketAddress remote) throws IOException {
    synchronized (connecting.computeIfAbsent(remote, r -> new Object())) {
      TcpConnection known = connections.get(remote);
      if (known != null && known.isOpen()) {
        return known;
      }
      return add(dial(remote));
    }
  }

  private Socket dial(InetSocketAddress remote) throws IOException {
    Socket socket = new Socket();
    try {
      socket.bind(new InetSocketAddress(server.getInetAddress(), 0));
      socket.connect(remote, CONNECT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      listener.broke(noConnection(remote), FlowFailure.reason(e));
      throw e;
    }
  }

  private Flow noConnection(InetSocketAddress remote) {
    return new Flow(Transport.TCP, new InetSocketAddress(server.getInetAddress(), 0), remote);
  }

  private TcpConnection add(Socket socket) throws IOException {
    TcpConnection[] self = new TcpConnection[1];
    WireListener forgetting = new ForgettingListener(self);
    TcpConnection c = new TcpConnection(socket, forgetting, name);
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
        add(server.accept());
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
    server.close();
    acceptor.join(millis);
    for (TcpConnection c : connections.values()) {
      c.close(millis);
    }
    connections.clear();
  }

  /** Takes a connection out of the table before its end is told. */
  private final class ForgettingListener implements WireListener {
    private final TcpConnection[] self;

    ForgettingListener(TcpConnection[] self) {
      this.self = self;
    }

    @Override
    public void received(Frame frame) {
      listener.received(frame);
    }

    @Override
    public void sending(Frame frame) {
      listener.sending(frame);
    }

    @Override
    public void broke(Flow flow, String reason) {
      connections.remove(flow.remote(), self[0]);
      listener.broke(flow, reason);
    }
  }
}
