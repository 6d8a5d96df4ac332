package io.parley.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where secrets and numbers stand in SIP and SDP text. The group {@code s} of each pattern is what
 * is masked.
 */
enum SecretPattern {
  /** {@code response=} and {@code rspauth=} of a digest (RFC 7616 §3.4.1, §3.5). */
  DIGEST(
      List.of("response", "rspauth"), "(?i)\\b(?:response|rspauth)\\s*=\\s*\"?(?<s>[^\",;\\s]+)"),
  /** Credentials of any other scheme, whole: {@code Basic}, {@code Bearer}. */
  CREDENTIALS(
      List.of("authorization"),
      "(?i)\\bauthorization[\"']?[ \\t]*:\\s*[\"']?(?!digest\\b)[a-z]+[ \\t]+(?<s>[^\\s\"']+)"),
  /** A key in {@code a=crypto} (RFC 4568 §6.1). */
  INLINE_KEY(List.of("inline:"), "(?i)\\binline:(?<s>[^|;\\s\"']+)"),
  /** {@code a=ice-pwd} (RFC 8839 §5.4). */
  ICE_PASSWORD(List.of("ice-pwd:"), "(?i)\\bice-pwd:(?<s>[^\\s\"']+)"),
  /** {@code k=} (RFC 4566 §5.12) and {@code a=key-mgmt} (RFC 4567). */
  OLD_KEY(
      List.of("k=", "key-mgmt"),
      "(?im)^(?:k=(?:base64|clear)|a=key-mgmt:\\w+)[: ](?<s>[^\\s\"']+)"),
  /** The password of a SIP URI (RFC 3261 §19.1.1). */
  URI_PASSWORD(List.of("sip:", "sips:"), "(?i)\\bsips?:[^\\s:@<>\"\\[\\]]+:(?<s>[^\\s@<>\"]+)@");

  /** The user part of a SIP or tel URI that is a number (RFC 3966). */
  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\b(?:sips?|tel):(?<s>\\+?[0-9][0-9().-]{2,})(?=[@;>\\s,]|$)");

  private final List<String> markers;
  private final Pattern pattern;

  /**
   * A pattern.
   *
   * @param markers words in lower case, one of which is in every text that matches; they spare most
   *     texts the search
   */
  SecretPattern(List<String> markers, String regex) {
    this.markers = markers;
    pattern = Pattern.compile(regex);
  }

  static void secretsIn(String text, Set<String> into) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (SecretPattern p : values()) {
      if (p.markers.stream().anyMatch(lower::contains)) {
        collect(p.pattern, text, into);
      }
    }
  }

  static void numbersIn(String text, Set<String> into) {
    collect(NUMBER, text, into);
  }

  private static void collect(Pattern pattern, String text, Set<String> into) {
    for (Matcher m = pattern.matcher(text); m.find(); ) {
      into.add(m.group("s"));
    }
  }

  /** The text with every secret replaced by as many x, nothing moved. */
  static String maskSecrets(String text) {
    String out = text;
    for (SecretPattern p : values()) {
      out = replace(p.pattern, out, s -> "x".repeat(s.length()));
    }
    return out;
  }

  /** The text with the digits of every number in a URI masked, the last two left. */
  static String maskNumbers(String text) {
    return replace(NUMBER, text, SecretPattern::number);
  }

  private static String replace(
      Pattern pattern, String text, java.util.function.UnaryOperator<String> by) {
    Matcher m = pattern.matcher(text);
    if (!m.find()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    do {
      out.replace(m.start("s"), m.end("s"), by.apply(m.group("s")));
    } while (m.find());
    return out.toString();
  }

  /** A number with all digits but the last two masked. */
  static String number(String digits) {
    int keepFrom = Math.max(0, digits.length() - 2);
    return digits.substring(0, keepFrom).replaceAll("[0-9]", "x") + digits.substring(keepFrom);
  }
}
