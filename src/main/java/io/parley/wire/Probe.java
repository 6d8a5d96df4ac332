package io.parley.wire;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Finds out whether anybody listens on a UDP port.
 *
 * <p>Only a <em>connected</em> UDP socket is told of the ICMP message that says no (RFC 1122
 * §4.1.3.3); the socket SIP is spoken on is not connected and merely sees silence.
 */
public final class Probe {
  private static final byte[] KEEP_ALIVE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** What a probe found. */
  public enum Finding {
    /** The host said that nobody listens there. */
    PORT_UNREACHABLE("port unreachable"),
    /** Something answered, or nothing objected. */
    OPEN_OR_SILENT("open or silent"),
    /** The network said no: no route, not permitted. */
    UNREACHABLE("network unreachable");

    private final String words;

    Finding(String words) {
      this.words = words;
    }

    /** The finding as a report says it. */
    public String words() {
      return words;
    }
  }

  private Probe() {}

  /**
   * Sends a CRLF keep-alive (RFC 5626 §3.5.1; no SIP server takes it for a message) and waits.
   *
   * @param bind local address to probe from, or null for any
   * @param remote the UDP port in question
   * @param wait how long to wait for the network to object; at most one second is of use
   */
  public static Finding udp(InetAddress bind, InetSocketAddress remote, Duration wait) {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(bind, 0))) {
      socket.connect(remote);
      socket.setSoTimeout((int) Math.max(1, Math.min(1000, wait.toMillis())));
      socket.send(new DatagramPacket(KEEP_ALIVE, KEEP_ALIVE.length));
      socket.receive(new DatagramPacket(new byte[1], 1));
      return Finding.OPEN_OR_SILENT;
    } catch (PortUnreachableException e) {
      return Finding.PORT_UNREACHABLE;
    } catch (SocketTimeoutException e) {
      return Finding.OPEN_OR_SILENT;
    } catch (IOException e) {
      return Finding.UNREACHABLE;
    }
  }
}
