package io.parley.draft;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts other secrets of the same length into an SDP, so that a fault in one stays a fault. */
final class FreshKeys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern INLINE = Pattern.compile("(?<=inline:)[^|;\\s]+");
  private static final Pattern PASSWORD = Pattern.compile("(?<=a=ice-pwd:)\\S+");
  private static final Pattern OLD_KEY =
      Pattern.compile("(?m)(?<=^k=(?:base64|clear):)\\S+|(?<=a=key-mgmt:[a-z]{1,9} )\\S+");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private FreshKeys() {}

  /** The text with keys and passwords of ours. */
  static String in(String sdp) {
    String out = replaced(INLINE, sdp, FreshKeys::key);
    return replaced(OLD_KEY, replaced(PASSWORD, out, FreshKeys::letters), FreshKeys::letters);
  }

  private static String replaced(Pattern pattern, String text, UnaryOperator<String> fresh) {
    return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(fresh.apply(m.group())));
  }

  private static String key(String old) {
    try {
      byte[] bytes = new byte[Base64.getDecoder().decode(old).length];
      RANDOM.nextBytes(bytes);
      String fresh = Base64.getEncoder().encodeToString(bytes);
      // The old one may have come without its padding.
      return fresh.substring(0, Math.min(fresh.length(), old.length()));
    } catch (IllegalArgumentException e) {
      return letters(old);
    }
  }

  /** Letters and digits instead of letters and digits; what else stands there stays. */
  private static String letters(String old) {
    StringBuilder out = new StringBuilder();
    for (char c : old.toCharArray()) {
      out.append(
          Character.isLetterOrDigit(c) ? LETTERS.charAt(RANDOM.nextInt(LETTERS.length())) : c);
    }
    return out.toString();
  }
}
