package io.parley.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** Puts what an operating system says of a socket into words that stay the same. */
public final class FlowFailure {

  private FlowFailure() {}

  /**
   * The reason in words: connection refused, reset by peer, closed by peer, port unreachable; for
   * TLS what failed and what to do.
   */
  public static String reason(IOException e) {
    String text = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
    if (e instanceof TlsException) {
      return e.getMessage();
    }
    if (e instanceof PortUnreachableException) {
      return "port unreachable";
    }
    if (e instanceof SocketTimeoutException) {
      return "no answer to the connection request";
    }
    if (e instanceof EOFException) {
      return "closed by peer";
    }
    if (e instanceof ConnectException && text.contains("refused")) {
      return "connection refused";
    }
    if (text.contains("reset") || text.contains("broken pipe")) {
      return "reset by peer";
    }
    if (text.contains("message too long") || text.contains("packet size")) {
      return "the message does not fit into a UDP datagram";
    }
    return text.isEmpty() ? e.getClass().getSimpleName() : e.getMessage();
  }
}
