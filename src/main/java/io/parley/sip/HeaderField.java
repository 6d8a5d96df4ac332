package io.parley.sip;

import java.util.ArrayList;
import java.util.List;

/**
 * One header field as received.
 *
 * @param name the name as written
 * @param value the value, unfolded and trimmed
 */
public record HeaderField(String name, String value) {

  /**
   * Splits a value at a separator that stands outside quotes and angle brackets; the parts are
   * trimmed.
   *
   * @param value a header value
   * @param separator a comma or a semicolon
   */
  public static List<String> split(String value, char separator) {
    List<String> out = new ArrayList<>();
    boolean quoted = false;
    boolean bracketed = false;
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '<' || c == '>')) {
        bracketed = c == '<';
      } else if (c == separator && !quoted && !bracketed) {
        out.add(value.substring(from, i).strip());
        from = i + 1;
      }
    }
    out.add(value.substring(Math.min(from, value.length())).strip());
    return out;
  }
}
