package io.parley.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a byte stream into SIP messages by Content-Length (RFC 3261 §18.3); passes over the CRLF
 * keep-alives between them (§7.5, RFC 5626 §3.5.1).
 */
public final class StreamFramer {
  /** Longest header block taken, in bytes. */
  static final int MAX_HEAD = 64 * 1024;

  /** Longest body taken, in bytes. */
  static final int MAX_BODY = 4 * 1024 * 1024;

  private static final Pattern LENGTH =
      Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:[ \\t]*([^\\r\\n]*?)[ \\t]*\\r?$");
  private static final Pattern START =
      Pattern.compile("(?s)(SIP/[^\\r\\n]*|[^\\r\\n]*[ \\t]SIP/\\d[^\\r\\n]*)\\r?\\n.*");

  private final InputStream in;
  private final Runnable onPing;
  private byte[] buffer = new byte[8192];
  private int from;
  private int to;

  /**
   * Reads a stream.
   *
   * @param in the stream
   * @param onPing called for each double CRLF between messages, which wants a CRLF back
   */
  public StreamFramer(InputStream in, Runnable onPing) {
    this.in = in;
    this.onPing = onPing;
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
    int head = headLength();
    if (head < 0) {
      return null;
    }
    int total = head + bodyLength(head);
    while (to - from < total) {
      if (!fill()) {
        throw broken("the stream ended within a message", to - from);
      }
    }
    byte[] message = Arrays.copyOfRange(buffer, from, from + total);
    from += total;
    return message;
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

  /** Length of the header block with its blank line; -1 when the stream ends before anything. */
  private int headLength() throws IOException {
    int seen = 0;
    while (true) {
      for (int i = from + Math.max(0, seen - 3); i < to; i++) {
        if (buffer[i] == '\n' && isBlankLineEnd(i)) {
          return checkedHead(i + 1 - from);
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

  private int checkedHead(int length) throws BrokenStream {
    if (!START.matcher(text(length)).matches()) {
      throw broken("no SIP start line", to - from);
    }
    return length;
  }

  private int bodyLength(int head) throws BrokenStream {
    Matcher m = LENGTH.matcher(text(head));
    if (!m.find()) {
      return 0;
    }
    String value = m.group(1);
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > MAX_BODY) {
      throw broken("Content-Length is not a length: " + value, to - from);
    }
    return Integer.parseInt(value);
  }

  private String text(int length) {
    return new String(buffer, from, length, StandardCharsets.ISO_8859_1);
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
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int n = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, n);
    return n >= 0;
  }
}
