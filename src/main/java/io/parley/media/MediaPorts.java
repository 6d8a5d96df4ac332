package io.parley.media;

import io.parley.wire.Flow;
import io.parley.wire.UdpPort;
import io.parley.wire.WireListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.IntSupplier;

/**
 * The two UDP ports of a stream, held: that of RTP, which is even, and that of RTCP one higher (RFC
 * 3550 §11). What comes is told as frames.
 */
public final class MediaPorts implements AutoCloseable {
  private static final int TRIES = 50;
  private static final long JOIN_MILLIS = 1000;

  private final UdpPort rtp;
  private final UdpPort rtcp;

  private MediaPorts(UdpPort rtp, UdpPort rtcp) {
    this.rtp = rtp;
    this.rtcp = rtcp;
  }

  /**
   * Holds the first pair that is free.
   *
   * @param ports even ports to try, one after the other
   * @param name starts the names of the threads
   * @throws UncheckedIOException when none of fifty is free, or the address is not this machine's
   */
  public static MediaPorts hold(
      InetAddress host, IntSupplier ports, WireListener listener, String name) {
    for (int i = 1; ; i++) {
      InetSocketAddress at = new InetSocketAddress(host, ports.getAsInt());
      try {
        return bound(at, listener, name);
      } catch (IOException e) {
        if (i == TRIES || !(e instanceof BindException)) {
          throw new UncheckedIOException(
              "cannot hold the media port " + Flow.text(at) + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private static MediaPorts bound(InetSocketAddress at, WireListener listener, String name)
      throws IOException {
    UdpPort rtp = new UdpPort(at, listener, name + "-rtp");
    try {
      InetSocketAddress next = new InetSocketAddress(at.getAddress(), at.getPort() + 1);
      UdpPort rtcp = new UdpPort(next, listener, name + "-rtcp");
      rtp.start();
      rtcp.start();
      return new MediaPorts(rtp, rtcp);
    } catch (IOException e) {
      closed(rtp);
      throw e;
    }
  }

  /** Where RTP is taken; what is sent leaves from there. */
  public InetSocketAddress address() {
    return rtp.address();
  }

  /**
   * Sends a datagram from the port of RTP.
   *
   * @throws UncheckedIOException when the operating system does not take it
   */
  public void send(byte[] bytes, InetSocketAddress to) {
    try {
      rtp.send(bytes, to);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send to " + Flow.text(to) + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    closed(rtp);
    closed(rtcp);
  }

  private static void closed(UdpPort port) {
    try {
      port.close(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
