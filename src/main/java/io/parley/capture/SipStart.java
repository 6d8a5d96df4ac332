package io.parley.capture;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises where a SIP message begins. */
final class SipStart {
  /** Longest start line taken, in bytes. */
  static final int LONGEST = 4096;

  private static final Pattern LINE =
      Pattern.compile(
          "(?:SIP/\\d\\.\\d [1-6]\\d\\d(?: .*)?|[A-Z]{3,12} +\\S.* +SIP/\\d\\.\\d)\\s*");

  /** A start line with anything before it, as a log writes it. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?:SIP/2\\.0 [1-6]\\d\\d(?=[ \\r\\n#\\\\]|$)"
              + "|(?<![A-Z])[A-Z]{3,12} +(?:sips?|tel|urn):\\S+ +SIP/2\\.0)");

  private static final Set<String> METHODS =
      Set.of("INVITE", "ACK", "BYE", "CANCEL", "OPTIONS", "PRACK", "UPDATE", "REGISTER");

  private SipStart() {}

  /** Whether a whole line is a request line or a status line. */
  static boolean isLine(String line) {
    return line.length() <= LONGEST && LINE.matcher(line).matches();
  }

  /** Where in a line of a log a start line begins; -1 = nowhere. */
  static int within(String line) {
    if (!line.contains("SIP/2.0")) {
      return -1;
    }
    Matcher m = WITHIN.matcher(line);
    return m.find() ? m.start() + glued(m.group()) : -1;
  }

  /** How many letters stand before a method that are none of it: tcpdump -A writes bytes so. */
  private static int glued(String found) {
    int end = found.indexOf(' ');
    String word = found.substring(0, Math.max(0, end));
    return METHODS.contains(word)
        ? 0
        : METHODS.stream()
            .filter(word::endsWith)
            .mapToInt(m -> word.length() - m.length())
            .min()
            .orElse(0);
  }

  /** Offset of the first byte that is no line end. */
  static int afterLineEnds(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    return at;
  }

  /** Whether these bytes begin with a SIP start line, as far as they go. */
  static boolean begins(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && end - from <= LONGEST && bytes[end] != '\r' && bytes[end] != '\n') {
      end++;
    }
    if (end < to) {
      return end - from <= LONGEST
          && isLine(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1));
    }
    return end > from && couldBecome(bytes, from, end);
  }

  /** Whether an unfinished line looks like a method and a URI, or like a status line. */
  private static boolean couldBecome(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, 16);
    String text = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    return "SIP/2.0 ".startsWith(text)
        || text.startsWith("SIP/2.0 ")
        || text.matches("[A-Z]{1,12}")
        || text.matches("[A-Z]{3,12} .*");
  }
}
