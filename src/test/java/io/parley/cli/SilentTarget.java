package io.parley.cli;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A UDP port that takes what comes and never answers. */
final class SilentTarget implements AutoCloseable {
  private static final int DEADLINE_MILLIS = 60_000;

  private final DatagramSocket socket;

  SilentTarget() throws IOException {
    socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
    socket.setSoTimeout(DEADLINE_MILLIS);
  }

  /** For {@code --target}. */
  String uri() {
    return "sip:127.0.0.1:" + socket.getLocalPort();
  }

  /** Waits for a message that starts like this. */
  String await(String start) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
    String text;
    do {
      socket.receive(packet);
      text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    } while (!text.startsWith(start));
    return text;
  }

  @Override
  public void close() {
    socket.close();
  }
}
