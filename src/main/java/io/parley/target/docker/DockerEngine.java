package io.parley.target.docker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Docker engine that answers. Looked for before Testcontainers is touched, which takes minutes to
 * give up where an engine is missing or has no way to an image registry.
 *
 * @param host where it listens, {@code unix:///path} or {@code tcp://host:port}
 */
public record DockerEngine(URI host) {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final byte[] PING =
      "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /**
   * The engine of this machine, found within seconds or not at all.
   *
   * @throws IOException when none answers: where it was looked for and what to do, one line
   */
  public static DockerEngine find() throws IOException {
    return find(System.getenv());
  }

  static DockerEngine find(Map<String, String> environment) throws IOException {
    List<String> tried = new ArrayList<>();
    for (String host : hosts(environment)) {
      Optional<String> trouble = ping(host);
      if (trouble.isEmpty()) {
        return new DockerEngine(URI.create(host));
      }
      tried.add(host + " (" + trouble.get() + ")");
    }
    throw new IOException(
        "no Docker engine answers at "
            + String.join(" nor at ", tried)
            + ". Start one (as root: dockerd &), set DOCKER_HOST, or play at the embedded SBC, the default target");
  }

  private static List<String> hosts(Map<String, String> environment) {
    String given = environment.getOrDefault("DOCKER_HOST", "");
    if (!given.isBlank()) {
      return List.of(given);
    }
    List<String> out = new ArrayList<>(List.of("unix:///var/run/docker.sock"));
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (!runtime.isBlank()) {
      out.add("unix://" + runtime + "/docker.sock");
    }
    return out;
  }

  private static Optional<String> ping(String host) {
    SocketAddress address;
    try {
      address = address(URI.create(host));
    } catch (IllegalArgumentException e) {
      return Optional.of("expected unix:///path or tcp://host:port");
    }
    try (SocketChannel channel = open(address);
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      channel.connect(address);
      return exchange(channel, selector, System.nanoTime() + PATIENCE.toNanos());
    } catch (IOException | RuntimeException e) {
      return Optional.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
  }

  private static SocketAddress address(URI host) {
    String scheme = String.valueOf(host.getScheme());
    return switch (scheme) {
      case "unix" -> UnixDomainSocketAddress.of(Path.of(host.getPath()));
      case "tcp", "http", "https" -> new InetSocketAddress(host.getHost(), host.getPort());
      default -> throw new IllegalArgumentException(scheme);
    };
  }

  private static SocketChannel open(SocketAddress address) throws IOException {
    return address instanceof UnixDomainSocketAddress
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }

  /** Sends the ping and reads until the status line is there; any HTTP answer is an engine. */
  private static Optional<String> exchange(SocketChannel channel, Selector selector, long deadline)
      throws IOException {
    await(channel, selector, SelectionKey.OP_CONNECT, deadline, channel.isConnected());
    channel.finishConnect();
    channel.write(ByteBuffer.wrap(PING));
    ByteBuffer answer = ByteBuffer.allocate(256);
    while (!text(answer).contains("\r\n")) {
      await(channel, selector, SelectionKey.OP_READ, deadline, false);
      if (channel.read(answer) < 0) {
        return Optional.of("closed the connection");
      }
    }
    return text(answer).startsWith("HTTP/1.")
        ? Optional.empty()
        : Optional.of("something other than HTTP answers there");
  }

  private static void await(
      SocketChannel channel, Selector selector, int event, long deadline, boolean already)
      throws IOException {
    if (already) {
      return;
    }
    long left = (deadline - System.nanoTime()) / 1_000_000;
    channel.register(selector, event);
    if (left <= 0 || selector.select(left) == 0) {
      throw new IOException("no answer within " + PATIENCE.toSeconds() + " s");
    }
    selector.selectedKeys().clear();
  }

  private static String text(ByteBuffer read) {
    return new String(read.array(), 0, read.position(), StandardCharsets.US_ASCII);
  }
}
