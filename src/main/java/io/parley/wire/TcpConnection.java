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
  private final HalfMessages held;
  private final StreamProgress progress;
  private volatile String why;
  private volatile boolean closing;
  private volatile TlsSession session;

  /**
   * A connection.
   *
   * @param kind TCP or TLS
   * @param tcp the socket at the bottom
   * @param stream what is read and written
   * @param progress how far it has come
   * @param held what all connections of the port hold of messages that are not whole
   */
  TcpConnection(
      Transport kind,
      Socket tcp,
      StreamSocket stream,
      StreamProgress progress,
      HalfMessages held,
      WireListener listener,
      String name)
      throws IOException {
    this.progress = progress;
    this.held = held;
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
      throw stream.reason(e, progress.isHeard());
    }
  }

  private Frame frame(Frame.Way way, byte[] bytes) {
    return new Frame(Instant.now(), way, flow, bytes, Optional.ofNullable(session()));
  }

  /** Asked for after the handshake: before it, TLS would make whoever asks wait. */
  private TlsSession session() {
    if (session == null) {
      session = stream.session().orElse(null);
    }
    return session;
  }

  private void write(byte[] bytes) throws IOException {
    progress.writing();
    try {
      out.write(bytes);
    } finally {
      progress.written();
    }
  }

  /** How far it has come. */
  StreamProgress progress() {
    return progress;
  }

  /** Closes it for a reason, which is told. */
  void closeBecause(String reason) {
    why = reason;
    closeQuietly(tcp); // TLS would wait for a handshake that is stuck; the reader closes that
  }

  private synchronized void pong() {
    progress.alive();
    try {
      write(PONG);
    } catch (IOException e) {
      closeQuietly(); // the reader finds the same and tells why
    }
  }

  private void read() {
    String reason = readAll();
    boolean ours = closing;
    closing = true;
    closeQuietly();
    if (!ours) {
      listener.broke(flow, why == null ? reason : "closed by us: " + why);
    }
  }

  private String readAll() {
    try {
      stream.open();
      return readFrom(new StreamFramer(stream.in(), this::pong, held));
    } catch (IOException e) {
      return FlowFailure.reason(stream.reason(e, progress.isHeard()));
    }
  }

  private String readFrom(StreamFramer framer) throws IOException {
    try {
      progress.reading(framer);
      for (byte[] message = framer.next(); message != null; message = framer.next()) {
        progress.heard();
        listener.received(frame(Frame.Way.IN, message));
      }
      return FlowFailure.reason(stream.reason(new EOFException(), progress.isHeard()));
    } catch (StreamFramer.BrokenStream e) {
      listener.received(frame(Frame.Way.IN, e.rest()));
      return "closed by us: " + e.getMessage();
    } finally {
      framer.release();
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
    if (!progress.isWriting()) {
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
