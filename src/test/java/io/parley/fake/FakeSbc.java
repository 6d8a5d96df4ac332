package io.parley.fake;

import io.parley.sip.SipMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A target of the tests' own: plain sockets, no SIP stack, one fixed behaviour towards whatever
 * arrives. UDP and TCP on the same port of a loopback address that no part of Parley binds.
 */
public final class FakeSbc implements AutoCloseable {
  private static final String ADDRESS = "127.0.5.1";
  private static final int LARGEST_DATAGRAM = 65_535;
  private static final int ATTEMPTS = 20;

  /** Decides what comes back. Called on socket threads. */
  public interface Behaviour {
    /**
     * The messages to send back, in order, each as it goes onto the wire.
     *
     * @param message a request, or whatever else arrived
     * @param self where the fake is reached
     */
    List<String> answer(SipMessage message, InetSocketAddress self);
  }

  private final Behaviour behaviour;
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

  private FakeSbc(Behaviour behaviour, DatagramSocket udp, ServerSocket tcp) {
    this.behaviour = behaviour;
    this.udp = udp;
    this.tcp = tcp;
  }

  /** Starts one on a free port. */
  public static FakeSbc start(Behaviour behaviour) {
    try {
      for (int attempt = 1; ; attempt++) {
        ServerSocket tcp = new ServerSocket(0, 50, InetAddress.getByName(ADDRESS));
        try {
          DatagramSocket udp =
              new DatagramSocket(new InetSocketAddress(ADDRESS, tcp.getLocalPort()));
          FakeSbc fake = new FakeSbc(behaviour, udp, tcp);
          fake.daemon("fake-udp", fake::datagrams);
          fake.daemon("fake-tcp", fake::connections);
          return fake;
        } catch (BindException e) {
          tcp.close();
          if (attempt == ATTEMPTS) {
            throw e;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) tcp.getLocalSocketAddress();
  }

  private void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void datagrams() {
    byte[] buffer = new byte[LARGEST_DATAGRAM];
    try {
      while (true) {
        DatagramPacket in = new DatagramPacket(buffer, buffer.length);
        udp.receive(in);
        for (String out : answer(java.util.Arrays.copyOf(buffer, in.getLength()))) {
          byte[] bytes = wire(out);
          udp.send(new DatagramPacket(bytes, bytes.length, in.getSocketAddress()));
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void connections() {
    try {
      while (true) {
        Socket socket = tcp.accept();
        open.add(socket);
        daemon("fake-tcp-connection", () -> stream(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void stream(Socket socket) {
    try (socket) {
      StreamMessages messages = new StreamMessages(socket.getInputStream());
      for (byte[] in = messages.next(); in.length > 0; in = messages.next()) {
        for (String out : answer(in)) {
          socket.getOutputStream().write(wire(out));
        }
      }
    } catch (IOException closed) {
      // The other side hung up, or the test is over.
    }
  }

  private List<String> answer(byte[] bytes) {
    return behaviour.answer(SipMessage.of(bytes), address());
  }

  private static byte[] wire(String message) {
    return message.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
    for (Closeable socket : open) {
      socket.close();
    }
  }
}
