package io.parley.sip.jain;

import io.parley.sip.SipMessage;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Sits between two UDP ports and loses the first copies of each message. */
final class LossyRelay implements AutoCloseable {
  private final DatagramSocket near = new DatagramSocket(new InetSocketAddress("127.0.6.1", 0));
  private final DatagramSocket far = new DatagramSocket(new InetSocketAddress("127.0.6.1", 0));
  private final int losses;

  /** Starts; give {@link #address} to the caller in place of the callee's. */
  LossyRelay(InetSocketAddress caller, InetSocketAddress callee, int losses) throws IOException {
    this.losses = losses;
    start(near, far, callee);
    start(far, near, caller);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) near.getLocalSocketAddress();
  }

  private void start(DatagramSocket from, DatagramSocket through, InetSocketAddress to) {
    Map<String, Integer> seen = new HashMap<>();
    Thread t =
        new Thread(
            () -> {
              byte[] buffer = new byte[65535];
              while (!from.isClosed()) {
                try {
                  DatagramPacket p = new DatagramPacket(buffer, buffer.length);
                  from.receive(p);
                  byte[] bytes = Arrays.copyOf(buffer, p.getLength());
                  SipMessage m = SipMessage.of(bytes);
                  String kind = m.startLine() + m.cseqMethod();
                  if (seen.merge(kind, 1, Integer::sum) > losses) {
                    through.send(new DatagramPacket(bytes, bytes.length, to));
                  }
                } catch (IOException e) {
                  // Closed: the loop ends.
                }
              }
            },
            "relay");
    t.setDaemon(true);
    t.start();
  }

  @Override
  public void close() {
    near.close();
    far.close();
  }
}
