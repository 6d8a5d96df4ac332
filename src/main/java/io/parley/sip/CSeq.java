package io.parley.sip;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CSeq header as far as it can be read (RFC 3261 §20.16).
 *
 * @param number empty where it has more than 18 digits, or cannot be read
 * @param method empty text where it cannot be read
 */
record CSeq(OptionalLong number, String method) {
  private static final Pattern VALUE = Pattern.compile("(\\d+)\\s+(\\S+)");
  private static final int MAX_DIGITS = 18;

  /** Reads the header's value. */
  static CSeq of(String value) {
    Matcher m = VALUE.matcher(value);
    if (!m.matches()) {
      return new CSeq(OptionalLong.empty(), "");
    }
    boolean huge = m.group(1).length() > MAX_DIGITS;
    return new CSeq(
        huge ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(m.group(1))), m.group(2));
  }
}
