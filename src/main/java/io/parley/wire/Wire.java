package io.parley.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One bound address: UDP and TCP on the same port, TLS on another, whole messages in and out.
 *
 * <p>Every message is told to the listener; a listener that throws does not end a reader.
 */
public final class Wire implements AutoCloseable {
  private static final int BIND_TRIES = 50;
  private static final long JOIN_MILLIS = 1000;

  private final UdpPort udp;
  private final TcpPort tcp;
  private final TcpPort tls;

  private Wire(UdpPort udp, TcpPort tcp, TcpPort tls) {
    this.udp = udp;
    this.tcp = tcp;
    this.tls = tls;
  }

  /**
   * Binds.
   *
   * @param bind address and port; port 0 takes one that is free for every transport
   * @param transports what to bind, at least one
   * @param listener told of every message
   * @param name starts the names of the threads
   * @throws UncheckedIOException when the port is taken or the address is not this machine's
   */
  public static Wire open(
      InetSocketAddress bind, Set<Transport> transports, WireListener listener, String name) {
    return open(bind, transports, TlsSettings.DEFAULT, Sending.WAITED_FOR, listener, name);
  }

  /**
   * Binds, TLS by the given settings. Where TLS is not the only transport its port is the one after
   * that of the others (RFC 3261 §19.1.2: 5060 and 5061), or any where they take any.
   *
   * @param sending whether whoever sends over a stream waits
   */
  public static Wire open(
      InetSocketAddress bind,
      Set<Transport> transports,
      TlsSettings settings,
      Sending sending,
      WireListener listener,
      String name) {
    IOException last = new BindException("no transport");
    for (int i = 0; i < BIND_TRIES; i++) {
      try {
        return bound(bind, transports, settings, sending, new GuardedListener(listener), name);
      } catch (IOException e) {
        last = e;
        if (bind.getPort() != 0 || !(e instanceof BindException)) {
          break;
        }
      }
    }
    throw new UncheckedIOException(
        "cannot bind " + Flow.text(bind) + ": " + last.getMessage(), last);
  }

  private static Wire bound(
      InetSocketAddress bind,
      Set<Transport> transports,
      TlsSettings settings,
      Sending sending,
      WireListener listener,
      String name)
      throws IOException {
    boolean hasTcp = transports.contains(Transport.TCP);
    TcpPort tcp = hasTcp ? new TcpPort(bind, null, sending, listener, name) : null;
    TcpPort tls = null;
    UdpPort udp = null;
    try {
      if (transports.contains(Transport.TLS)) {
        InetSocketAddress at = transports.size() == 1 ? bind : secure(bind);
        tls = new TcpPort(at, new TlsLayer(settings), sending, listener, name);
      }
      if (transports.contains(Transport.UDP)) {
        udp = new UdpPort(tcp == null ? bind : tcp.address(), listener, name);
      }
    } catch (IOException e) {
      closed(tcp, 1);
      closed(tls, 1);
      throw e;
    }
    Wire wire = new Wire(udp, tcp, tls);
    Stream.of(tcp, tls).filter(Objects::nonNull).forEach(TcpPort::start);
    if (udp != null) {
      udp.start();
    }
    return wire;
  }

  private static InetSocketAddress secure(InetSocketAddress bind) {
    int port = bind.getPort() == 0 ? 0 : bind.getPort() + 1;
    return new InetSocketAddress(bind.getAddress(), port);
  }

  private static void closed(TcpPort port, long millis) throws IOException {
    try {
      if (port != null) {
        port.close(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The bound address and port: that of UDP and TCP, or of TLS where there is nothing else. */
  public InetSocketAddress address() {
    return udp != null ? udp.address() : tcp != null ? tcp.address() : tlsAddress();
  }

  /** Where a transport listens; the common address where TLS only makes connections. */
  public InetSocketAddress address(Transport transport) {
    return transport == Transport.TLS ? tlsAddress() : address();
  }

  private InetSocketAddress tlsAddress() {
    InetSocketAddress own = tls == null ? null : tls.address();
    if (own == null && udp == null && tcp == null) {
      return tls.bind();
    }
    return own == null ? address() : own;
  }

  private TcpPort stream(Transport transport) {
    return transport == Transport.TLS ? tls : transport == Transport.TCP ? tcp : null;
  }

  /**
   * Sends one message; on TCP and TLS over the connection to that end, made if there is none.
   *
   * @throws UncheckedIOException with the reason in words
   */
  public void send(byte[] message, Transport transport, InetSocketAddress remote) {
    try {
      if (transport == Transport.UDP && udp != null) {
        udp.send(message, remote);
      } else if (stream(transport) != null) {
        stream(transport).send(message, remote);
      } else {
        throw new IOException(transport + " is not open here");
      }
    } catch (IOException e) {
      String to = transport.parameter() + " " + Flow.text(remote);
      throw new UncheckedIOException(to + ": " + FlowFailure.reason(e), e);
    }
  }

  /** The flow to that end: an open connection's own, else from the bound address. */
  public Flow flowTo(Transport transport, InetSocketAddress remote) {
    TcpPort port = stream(transport);
    Flow open = port == null ? null : port.flowTo(remote);
    return open != null ? open : new Flow(transport, address(transport), remote);
  }

  /** Whether there is an open connection to that end; over UDP there is always a way. */
  public boolean isConnected(Transport transport, InetSocketAddress remote) {
    TcpPort port = stream(transport);
    return port == null || port.flowTo(remote) != null;
  }

  /**
   * Ends all connections of a transport, whoever made them; the next message makes a new one.
   *
   * @return whether there was any
   */
  public boolean end(Transport transport, Ending how) {
    TcpPort port = stream(transport);
    return port != null && port.end(how);
  }

  /** Closes the sockets and waits for their threads to end, at most a second each. */
  @Override
  public void close() {
    try {
      closed(tcp, JOIN_MILLIS);
      closed(tls, JOIN_MILLIS);
      if (udp != null) {
        udp.close(JOIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + Flow.text(address()), e);
    }
  }
}
