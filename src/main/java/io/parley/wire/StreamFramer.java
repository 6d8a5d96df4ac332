package io.parley.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a byte stream into SIP messages by Content-Length (RFC 3261 §18.3); passes over the CRLF
 * keep-alives between them (§7.5, RFC 5626 §3.5.1).
 */
public final class StreamFramer {
  /** Longest header block taken, in bytes. */
  static final int MAX_HEAD = 64 * 1024;

  /** What each connection may hold without asking. */
  private static final int SMALL = 8192;

  private final InputStream in;
  private final Runnable onPing;
  private final HalfMessages held;
  private byte[] buffer = new byte[SMALL];
  private volatile long begun;
  private int from;
  private int to;

  /**
   * Reads a stream.
   *
   * @param in the stream
   * @param onPing called for each double CRLF between messages, which wants a CRLF back
   */
  public StreamFramer(InputStream in, Runnable onPing) {
    this(in, onPing, new HalfMessages(Long.MAX_VALUE));
  }

  /**
   * Reads a stream beside others.
   *
   * @param held what all of them hold of messages that are not whole
   */
  StreamFramer(InputStream in, Runnable onPing, HalfMessages held) {
    this.in = in;
    this.onPing = onPing;
    this.held = held;
  }

  /** When the first byte of a message came that is not whole yet, by nanoTime; 0 = none. */
  long begun() {
    return begun;
  }

  /** Lets go of what it holds; to be called once, at the end. */
  void release() {
    held.give(buffer.length - SMALL);
  }

  /** Bytes that can be no message: the stream is of no use after them. */
  public static final class BrokenStream extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient byte[] rest;

    BrokenStream(String reason, byte[] rest) {
      super(reason);
      this.rest = rest;
    }

    /** The bytes that could not be cut into a message. */
    public byte[] rest() {
      return rest.clone();
    }
  }

  /**
   * The next message, exactly as it came; null at the end of the stream.
   *
   * @throws BrokenStream when the bytes are no SIP message
   * @throws IOException when the stream fails
   */
  public byte[] next() throws IOException {
    if (!passKeepAlives()) {
      return null;
    }
    begun = System.nanoTime() | 1; // never 0
    int head = headLength();
    int total = head + bodyLength(head);
    while (to - from < total) {
      if (!fill()) {
        throw broken("the stream ended within a message", to - from);
      }
    }
    byte[] message = Arrays.copyOfRange(buffer, from, from + total);
    from += total;
    begun = 0;
    shrink();
    return message;
  }

  /** One long message must not keep its room for as long as the connection lasts. */
  private void shrink() {
    if (from == to && buffer.length > SMALL) {
      held.give(buffer.length - SMALL);
      buffer = new byte[SMALL];
      from = 0;
      to = 0;
    }
  }

  private boolean passKeepAlives() throws IOException {
    int lineEnds = 0;
    while (true) {
      while (from < to && (buffer[from] == '\r' || buffer[from] == '\n')) {
        lineEnds += buffer[from++] == '\n' ? 1 : 0;
        if (lineEnds == 2) {
          onPing.run();
          lineEnds = 0;
        }
      }
      if (from < to) {
        return true;
      }
      if (!fill()) {
        return false;
      }
    }
  }

  /** Length of the header block with its blank line. */
  private int headLength() throws IOException {
    int seen = 0;
    while (true) {
      for (int i = from + Math.max(0, seen - 3); i < to; i++) {
        if (buffer[i] == '\n' && isBlankLineEnd(i)) {
          return i + 1 - from;
        }
      }
      seen = to - from;
      if (seen > MAX_HEAD) {
        throw broken("no blank line within " + MAX_HEAD + " bytes", seen);
      }
      if (!fill()) {
        throw broken("the stream ended within a message", seen);
      }
    }
  }

  private boolean isBlankLineEnd(int lineFeed) {
    int before = lineFeed - 1;
    if (before >= from && buffer[before] == '\r') {
      before--;
    }
    return before >= from && buffer[before] == '\n';
  }

  private int bodyLength(int head) throws BrokenStream {
    MessageHead text = new MessageHead(new String(buffer, from, head, StandardCharsets.ISO_8859_1));
    if (!text.isSip()) {
      throw broken("no SIP start line", to - from);
    }
    if (text.bodyLength().isEmpty()) {
      throw broken("Content-Length is not a length: " + text.length(), to - from);
    }
    return text.bodyLength().getAsInt();
  }

  private BrokenStream broken(String reason, int length) {
    return new BrokenStream(reason, Arrays.copyOfRange(buffer, from, from + length));
  }

  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      if (!held.take(buffer.length)) {
        throw broken("too much of messages that are not whole", to - from);
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int n = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, n);
    return n >= 0;
  }
}
