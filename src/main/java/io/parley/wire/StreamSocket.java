package io.parley.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

/** A connected socket and how to read from it: plain TCP, or TLS on top. */
interface StreamSocket {

  /** The socket, to write to and to close. */
  Socket socket();

  /** What it receives. */
  InputStream in() throws IOException;

  /** Does on the reader's thread what must come before the first byte. */
  void open() throws IOException;

  /** What TLS agreed on, once open; empty = no TLS. */
  default Optional<TlsSession> session() {
    return Optional.empty();
  }

  /**
   * What a failure means here.
   *
   * @param heard whether the other side has said anything yet
   */
  IOException reason(IOException e, boolean heard);

  /** A TCP socket as it is. */
  static StreamSocket plain(Socket socket) {
    return new Plain(socket);
  }

  /**
   * Plain TCP.
   *
   * @param socket the socket
   */
  record Plain(Socket socket) implements StreamSocket {
    @Override
    public InputStream in() throws IOException {
      return socket.getInputStream();
    }

    @Override
    public void open() {
      // Nothing comes before the first byte.
    }

    @Override
    public IOException reason(IOException e, boolean heard) {
      return e;
    }
  }
}
