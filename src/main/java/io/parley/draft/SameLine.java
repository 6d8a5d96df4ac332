package io.parley.draft;

import io.parley.report.Secrets;
import java.util.regex.Pattern;

/**
 * Lines of SDP that a call made anew has of its own: keys, passwords, and who began the session.
 */
final class SameLine {
  /** An origin as RFC 8866 §5.2 has it, of an address that is no matter. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(?m)^o=\\S{1,64} \\d{1,19} \\d{1,19} (IN IP[46]) [0-9a-fA-F.:]{2,39}(?=\\r?$)");

  private SameLine() {}

  /** Whether two lines say the same. */
  static boolean is(String a, String b) {
    return a.equals(b) || plain(a).equals(plain(b));
  }

  /** A text without what is a call's own. */
  static String plain(String text) {
    return ORIGIN.matcher(Secrets.MASKED.mask(text)).replaceAll("o=origin $1");
  }
}
