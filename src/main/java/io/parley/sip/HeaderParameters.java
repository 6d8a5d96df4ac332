package io.parley.sip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters that dialogs and transactions are known by, as far as they can be read. */
final class HeaderParameters {
  private static final Pattern TAG =
      Pattern.compile(";\\s*tag\\s*=\\s*([^;,>\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRANCH =
      Pattern.compile(";\\s*branch\\s*=\\s*([^;,\\s]+)", Pattern.CASE_INSENSITIVE);

  private HeaderParameters() {}

  /** The tag of a From or To (RFC 3261 §19.3): of the header, and not of the URI in it. */
  static Optional<String> tag(String value) {
    return found(TAG, value.substring(value.lastIndexOf('>') + 1));
  }

  /** The branch of a Via (RFC 3261 §8.1.1.7). */
  static Optional<String> branch(String via) {
    return found(BRANCH, via);
  }

  private static Optional<String> found(Pattern pattern, String value) {
    Matcher m = pattern.matcher(value);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }
}
