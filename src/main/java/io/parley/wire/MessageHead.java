package io.parley.wire;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header block of a message in a stream, as far as framing needs it (RFC 3261 §18.3).
 *
 * @param text start line and header fields, with the blank line
 */
record MessageHead(String text) {
  /** Longest body taken, in bytes. */
  static final int MAX_BODY = 4 * 1024 * 1024;

  private static final Pattern LENGTH =
      Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:[ \\t]*([^\\r\\n]*?)[ \\t]*\\r?$");
  private static final Pattern START =
      Pattern.compile("(?s)(SIP/[^\\r\\n]*|[^\\r\\n]*[ \\t]SIP/\\d[^\\r\\n]*)\\r?\\n.*");

  /** Whether it begins as a SIP message does. */
  boolean isSip() {
    return START.matcher(text).matches();
  }

  /** Content-Length as written; "0" where there is none. */
  String length() {
    Matcher m = LENGTH.matcher(text);
    return m.find() ? m.group(1) : "0";
  }

  /** How long the body is; empty = no length, or too long. */
  OptionalInt bodyLength() {
    String value = length();
    return value.matches("\\d{1,9}") && Integer.parseInt(value) <= MAX_BODY
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }
}
