package io.parley.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands above the body of a message.
 *
 * @param startLine the first line, without its line end; empty if there is none
 * @param fields the header fields
 * @param end offset of the first byte of the body
 */
record MessageHead(String startLine, ReceivedFields fields, int end) {

  /**
   * Reads it; leading line ends (keep-alives, RFC 3261 §7.5) are passed over. Header fields are ISO
   * 8859-1, so that any byte survives.
   */
  static MessageHead of(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    List<String> lines = new ArrayList<>();
    while (at < bytes.length) {
      int end = lineEnd(bytes, at);
      String line = line(bytes, at, end);
      at = Math.min(end + 1, bytes.length);
      if (line.isEmpty()) {
        break;
      }
      lines.add(line);
    }
    return lines.isEmpty()
        ? new MessageHead("", ReceivedFields.of(lines), at)
        : new MessageHead(lines.get(0), ReceivedFields.of(lines.subList(1, lines.size())), at);
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static String line(byte[] bytes, int from, int end) {
    int textEnd = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    return new String(bytes, from, textEnd - from, StandardCharsets.ISO_8859_1);
  }
}
