package io.parley.wire;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;

/** A UDP port with its reader thread. */
public final class UdpPort {
  private static final int BUFFER = 4 * 1024 * 1024;

  private final DatagramSocket socket;
  private final WireListener listener;
  private final Thread reader;
  private InetSocketAddress address;

  /**
   * Binds; nothing is read before {@link #start}.
   *
   * @param name starts the name of its thread
   */
  public UdpPort(InetSocketAddress bind, WireListener listener, String name) throws IOException {
    this.listener = listener;
    this.socket = new DatagramSocket(null);
    try {
      socket.setReceiveBufferSize(BUFFER);
      socket.setSendBufferSize(BUFFER);
      socket.bind(bind);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    this.address = (InetSocketAddress) socket.getLocalSocketAddress();
    this.reader = new Thread(this::read, name + "-udp");
    reader.setDaemon(true);
  }

  /** Tells what comes from now on. */
  public void start() {
    reader.start();
  }

  /** Where it is bound. */
  public InetSocketAddress address() {
    return address;
  }

  /** One at a time: the order in which frames are told is the order in which they leave. */
  public synchronized void send(byte[] bytes, InetSocketAddress remote) throws IOException {
    DatagramPacket packet = new DatagramPacket(bytes, bytes.length, remote);
    Flow flow = new Flow(Transport.UDP, address, remote);
    listener.sending(new Frame(Instant.now(), Frame.Way.OUT, flow, bytes));
    socket.send(packet);
  }

  private void read() {
    byte[] buffer = new byte[65535];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        InetSocketAddress remote = (InetSocketAddress) packet.getSocketAddress();
        listener.received(
            new Frame(
                Instant.now(),
                Frame.Way.IN,
                new Flow(Transport.UDP, address, remote),
                Arrays.copyOf(buffer, packet.getLength())));
      } catch (IOException e) {
        // Closed: the loop ends. Anything else concerns one datagram; the next may be good.
      }
    }
  }

  /**
   * Unbinds.
   *
   * @param millis how long to wait for its thread to end
   */
  public void close(long millis) throws InterruptedException {
    socket.close();
    reader.join(millis);
  }
}
