package io.parley.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands above the body of a message.
 *
 * @param startLine the first line, without its line end; empty if there is none
 * @param headers the fields in order, folded ones on one line
 * @param end offset of the first byte of the body
 */
record MessageHead(String startLine, List<HeaderField> headers, int end) {

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
    int body = bytes.length;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      int textEnd = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
      int next = Math.min(end + 1, bytes.length);
      if (textEnd == at) {
        body = next;
        break;
      }
      lines.add(new String(bytes, at, textEnd - at, StandardCharsets.ISO_8859_1));
      at = next;
    }
    return new MessageHead(lines.isEmpty() ? "" : lines.get(0), fields(lines), body);
  }

  private static List<HeaderField> fields(List<String> lines) {
    List<HeaderField> out = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      StringBuilder line = new StringBuilder(lines.get(i));
      while (i + 1 < lines.size() && isFolded(lines.get(i + 1))) {
        line.append(' ').append(lines.get(++i).strip());
      }
      int colon = line.indexOf(":");
      if (colon > 0) {
        out.add(
            new HeaderField(
                line.substring(0, colon).stripTrailing(), line.substring(colon + 1).strip()));
      }
    }
    return List.copyOf(out);
  }

  private static boolean isFolded(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }
}
