package io.parley.preflight;

import io.parley.wire.Flow;
import io.parley.wire.Probe;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Whether packets get there: a TCP connection, under TLS too, that is closed again, or a UDP
 * datagram to which the host may object.
 *
 * @param bind our own address
 */
record Connection(InetAddress bind) {
  /** A connection that takes longer will not come. */
  private static final Duration TCP = Duration.ofSeconds(3);

  /** ICMP comes within a round trip. */
  private static final Duration UDP = Duration.ofMillis(300);

  CheckLine to(InetSocketAddress remote, Transport transport) {
    long started = System.nanoTime();
    CheckLine line =
        transport == Transport.UDP
            ? udp(remote)
            : stream("connect " + transport.parameter(), remote);
    return line.after(Duration.ofNanos(System.nanoTime() - started));
  }

  private CheckLine udp(InetSocketAddress remote) {
    Probe.Finding found = Probe.udp(bind, remote, UDP);
    return found == Probe.Finding.OPEN_OR_SILENT
        ? CheckLine.ok("connect udp", Flow.text(remote) + " did not object (UDP tells no more)")
        : refused("connect udp", remote, found.words());
  }

  private CheckLine stream(String subject, InetSocketAddress remote) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(bind, 0));
      socket.connect(remote, (int) TCP.toMillis());
      return CheckLine.ok(subject, Flow.text(remote) + " accepts connections");
    } catch (SocketTimeoutException e) {
      return refused(subject, remote, "no answer within " + TCP.toSeconds() + " s");
    } catch (IOException e) {
      return refused(subject, remote, e.getMessage());
    }
  }

  private CheckLine refused(String subject, InetSocketAddress remote, String reason) {
    String transport = subject.substring("connect ".length());
    return CheckLine.of(
        CheckLine.State.UNREACHABLE,
        subject,
        Flow.text(remote) + ": " + reason,
        "Is the SBC running, does it serve "
            + transport
            + " at this address ('address', 'transports'), and may "
            + bind.getHostAddress()
            + " send to it (firewall, routes)?");
  }
}
