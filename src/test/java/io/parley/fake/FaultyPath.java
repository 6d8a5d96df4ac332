package io.parley.fake;

import io.parley.sip.SipMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to a good SBC, with one fault: what passes is changed, swallowed or answered on the way.
 * Each client has a socket of its own towards the SBC, and the SBC's address is that of the way, so
 * that requests within a call pass it too. UDP only.
 */
final class FaultyPath implements AutoCloseable {
  private static final int LARGEST_DATAGRAM = 65_535;

  /** What is wrong. */
  interface Fault {
    /** A request as it goes on; empty = it gets lost. */
    default Optional<String> request(SipMessage request) {
      return Optional.of(request.text());
    }

    /**
     * An answer in the place of the SBC, which then sees nothing; empty = it is left to the SBC.
     */
    default Optional<String> answer(SipMessage request) {
      return Optional.empty();
    }

    /** Requests that the SBC gets besides, once a response passes. */
    default List<String> further(SipMessage response) {
      return List.of();
    }

    /** A response as it goes on; empty = it gets lost. */
    default Optional<String> response(SipMessage response) {
      return Optional.of(response.text());
    }
  }

  private final DatagramSocket near;
  private final InetSocketAddress address;
  private final InetSocketAddress sbc;
  private final Fault fault;
  private final Map<SocketAddress, DatagramSocket> clients = new ConcurrentHashMap<>();

  private FaultyPath(DatagramSocket near, InetSocketAddress sbc, Fault fault) {
    this.near = near;
    this.address = (InetSocketAddress) near.getLocalSocketAddress();
    this.sbc = sbc;
    this.fault = fault;
  }

  /** Opens the way to an SBC. */
  static FaultyPath to(InetSocketAddress sbc, Fault fault) {
    try {
      FaultyPath path =
          new FaultyPath(new DatagramSocket(new InetSocketAddress("127.0.5.4", 0)), sbc, fault);
      daemon("faulty-near", path::requests);
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is reached. */
  InetSocketAddress address() {
    return address;
  }

  private void requests() {
    receive(
        near,
        (bytes, from) -> {
          SipMessage message = SipMessage.of(bytes);
          Optional<String> answer = fault.answer(message);
          if (answer.isPresent()) {
            send(near, answer.get(), from);
          } else {
            Optional<String> on = fault.request(message);
            if (on.isPresent()) {
              send(client(from), renamed(on.get(), address, sbc), sbc);
            }
          }
        });
  }

  private DatagramSocket client(SocketAddress from) {
    return clients.computeIfAbsent(
        from,
        f -> {
          try {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.5.4", 0));
            daemon("faulty-far", () -> responses(socket, f));
            return socket;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void responses(DatagramSocket socket, SocketAddress to) {
    receive(
        socket,
        (bytes, from) -> {
          SipMessage message = SipMessage.of(bytes);
          if (message.isResponse()) {
            for (String more : fault.further(message)) {
              send(socket, more, sbc);
            }
          }
          Optional<String> on =
              message.isResponse() ? fault.response(message) : Optional.of(message.text());
          if (on.isPresent()) {
            send(near, renamed(on.get(), sbc, address), to);
          }
        });
  }

  private interface Taker {
    void take(byte[] bytes, SocketAddress from) throws IOException;
  }

  private static void receive(DatagramSocket socket, Taker taker) {
    byte[] buffer = new byte[LARGEST_DATAGRAM];
    try {
      while (true) {
        DatagramPacket in = new DatagramPacket(buffer, buffer.length);
        socket.receive(in);
        taker.take(Arrays.copyOf(buffer, in.getLength()), in.getSocketAddress());
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void send(DatagramSocket socket, String text, SocketAddress to)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  /** One place instead of another, above the body. */
  private static String renamed(String text, InetSocketAddress from, InetSocketAddress to) {
    int end = text.indexOf("\r\n\r\n");
    int body = end < 0 ? text.length() : end;
    return text.substring(0, body).replace(text(from), text(to)) + text.substring(body);
  }

  private static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** A message with another body, its Content-Length brought along. */
  static String withBody(SipMessage message, String body) {
    String text = message.text();
    int end = text.indexOf("\r\n\r\n");
    String head =
        text.substring(0, end)
            .replaceFirst("(?i)(\r\nContent-Length: *)\\d+", "$1" + body.length());
    return head + "\r\n\r\n" + body;
  }

  /** Notes each request once; true for a copy. */
  static final class Copies {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    boolean isCopy(SipMessage request) {
      return !seen.add(request.branch().orElse("") + request.method());
    }
  }

  @Override
  public void close() {
    near.close();
    clients.values().forEach(DatagramSocket::close);
  }
}
