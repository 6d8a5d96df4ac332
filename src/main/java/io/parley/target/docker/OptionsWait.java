package io.parley.target.docker;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * Waits until an SBC answers an OPTIONS with 200. An open port is not enough: a server may still
 * refuse every request for a second after it has bound its sockets.
 */
final class OptionsWait extends AbstractWaitStrategy {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ASK_EVERY_MS = 100;

  private final InetAddress from;
  private final InetSocketAddress target;

  /**
   * A wait.
   *
   * @param from a loopback address of ours
   * @param target where the SBC listens for SIP over UDP
   */
  OptionsWait(InetAddress from, InetSocketAddress target) {
    this.from = from;
    this.target = target;
  }

  @Override
  protected void waitUntilReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(from, 0))) {
      socket.setSoTimeout(ASK_EVERY_MS);
      while (System.nanoTime() < deadline) {
        if (!waitStrategyTarget.isRunning()) {
          throw new ContainerLaunchException("it ended while it was starting");
        }
        if (answers(socket)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new ContainerLaunchException("cannot ask it for OPTIONS: " + e.getMessage());
    }
    throw new ContainerLaunchException(
        "it answered no OPTIONS with 200 within " + PATIENCE.toSeconds() + " s");
  }

  private boolean answers(DatagramSocket socket) throws IOException {
    byte[] request = options(socket).getBytes(StandardCharsets.US_ASCII);
    socket.send(new DatagramPacket(request, request.length, target));
    DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
    try {
      socket.receive(answer);
      return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII)
          .startsWith("SIP/2.0 200 ");
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private String options(DatagramSocket socket) {
    String here = from.getHostAddress() + ":" + socket.getLocalPort();
    String there = target.getAddress().getHostAddress() + ":" + target.getPort();
    String id = UUID.randomUUID().toString();
    return String.join(
        "\r\n",
        "OPTIONS sip:" + there + " SIP/2.0",
        "Via: SIP/2.0/UDP " + here + ";rport;branch=z9hG4bK" + id,
        "Max-Forwards: 70",
        "From: <sip:parley@" + here + ">;tag=" + id.substring(0, 8),
        "To: <sip:" + there + ">",
        "Call-ID: " + id,
        "CSeq: 1 OPTIONS",
        "Contact: <sip:parley@" + here + ">",
        "Content-Length: 0",
        "",
        "");
  }
}
