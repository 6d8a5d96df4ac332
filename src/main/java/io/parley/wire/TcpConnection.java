package io.parley.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** One connection over TCP, with or without TLS, and its reader thread. */
final class TcpConnection {
  private static final byte[] PONG = "\r\n".getBytes(StandardCharsets.US_ASCII);

  private final StreamSocket stream;
  private final Socket socket;
  private final Socket tcp;
  private final Flow flow;
  private final WireListener listener;
  private final OutputStream out;
  private final Thread reader;
  private volatile boolean heard;
  private volatile boolean closing;
  private volatile long writingSince;
  private volatile TlsSession session;

  /**
   * A connection.
   *
   * @param kind TCP or TLS
   * @param tcp the socket at the bottom
   * @param stream what is read and written
   */
  TcpConnection(Transport kind, Socket tcp, StreamSocket stream, WireListener listener, String name)
      throws IOException {
    this.stream = stream;
    this.tcp = tcp;
    this.socket = stream.socket();
    this.listener = listener;
    this.out = socket.getOutputStream();
    tcp.setTcpNoDelay(true);
    this.flow =
        new Flow(
            kind,
            (InetSocketAddress) tcp.getLocalSocketAddress(),
            (InetSocketAddress) tcp.getRemoteSocketAddress());
    this.reader =
        new Thread(this::read, name + "-" + kind.parameter() + "-" + flow.remote().getPort());
    reader.setDaemon(true);
  }

  void start() {
    reader.start();
  }

  Flow flow() {
    return flow;
  }

  boolean isOpen() {
    return !closing && !socket.isClosed();
  }

  synchronized void send(byte[] bytes) throws IOException {
    listener.sending(frame(Frame.Way.OUT, bytes));
    try {
      write(bytes);
    } catch (IOException e) {
      throw stream.reason(e, heard);
    }
  }

  private Frame frame(Frame.Way way, byte[] bytes) {
    Instant now = Instant.now();
    return new Frame(now, way, flow, bytes, Optional.ofNullable(session()));
  }

  /** Asked for after the handshake: before it, TLS would make whoever asks wait. */
  private TlsSession session() {
    if (session == null) {
      session = stream.session().orElse(null);
    }
    return session;
  }

  private void write(byte[] bytes) throws IOException {
    writingSince = System.nanoTime() | 1; // never 0, which stands for no write
    try {
      out.write(bytes);
    } finally {
      writingSince = 0;
    }
  }

  /** Ends a write that waits for a peer that takes nothing. */
  void closeIfStuck(long nanos) {
    long since = writingSince;
    if (since != 0 && System.nanoTime() - since > nanos) {
      closeQuietly();
    }
  }

  private synchronized void pong() {
    try {
      write(PONG);
    } catch (IOException e) {
      closeQuietly(); // the reader finds the same and tells why
    }
  }

  private void read() {
    String reason;
    try {
      stream.open();
      StreamFramer framer = new StreamFramer(stream.in(), this::pong);
      for (byte[] message = framer.next(); message != null; message = framer.next()) {
        heard = true;
        listener.received(frame(Frame.Way.IN, message));
      }
      reason = FlowFailure.reason(stream.reason(new EOFException(), heard));
    } catch (StreamFramer.BrokenStream e) {
      listener.received(frame(Frame.Way.IN, e.rest()));
      reason = "closed by us: " + e.getMessage();
    } catch (IOException e) {
      reason = FlowFailure.reason(stream.reason(e, heard));
    }
    boolean ours = closing;
    closing = true;
    closeQuietly();
    if (!ours) {
      listener.broke(flow, reason);
    }
  }

  /** Ends it on purpose: nobody is told that it broke. */
  void end(Ending how) {
    closing = true;
    try {
      if (how == Ending.HALF_CLOSE) {
        socket.shutdownOutput();
        return;
      }
      if (how == Ending.RESET) {
        tcp.setSoLinger(true, 0);
        tcp.close();
      }
    } catch (IOException e) {
      // It ended by itself meanwhile.
    }
    closeQuietly();
  }

  /** Closes and waits for the reader, at most the given time. */
  void close(long millis) throws InterruptedException {
    closing = true;
    closeQuietly();
    if (Thread.currentThread() != reader) {
      reader.join(millis);
    }
  }

  private void closeQuietly() {
    if (writingSince == 0) {
      closeQuietly(socket); // TLS says good-bye, and would wait for a writer that is stuck
    }
    closeQuietly(tcp);
  }

  private static void closeQuietly(Socket which) {
    try {
      which.close();
    } catch (IOException e) {
      // A socket that cannot be closed is closed already.
    }
  }
}
