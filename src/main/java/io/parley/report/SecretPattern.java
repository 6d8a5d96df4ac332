package io.parley.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where secrets and numbers stand in SIP and SDP text. The group {@code s} of each pattern is what
 * is masked. Each pattern begins with one of a few words; these are searched for first, since most
 * texts hold none of them and every message of a run is searched.
 */
enum SecretPattern {
  /** {@code response=} and {@code rspauth=} of a digest (RFC 7616 §3.4.1, §3.5). */
  DIGEST(
      List.of("response", "rspauth"), "(?<!\\w)(?:response|rspauth)\\s*=\\s*\"?(?<s>[^\",;\\s]+)"),
  /** Credentials of any other scheme, whole: {@code Basic}, {@code Bearer}. */
  CREDENTIALS(
      List.of("authorization"),
      "authorization[\"']?[ \\t]*:\\s*[\"']?(?!digest\\b)[a-z]+[ \\t]+(?<s>[^\\s\"']+)"),
  /** A key in {@code a=crypto} (RFC 4568 §6.1). */
  INLINE_KEY(List.of("inline:"), "inline:(?<s>[^|;\\s\"']+)"),
  /** {@code a=ice-pwd} (RFC 8839 §5.4). */
  ICE_PASSWORD(List.of("ice-pwd:"), "ice-pwd:(?<s>[^\\s\"']+)"),
  /** {@code k=} (RFC 4566 §5.12) and {@code a=key-mgmt} (RFC 4567). */
  OLD_KEY(
      List.of("k=base64", "k=clear", "a=key-mgmt"),
      "(?m)^(?:k=(?:base64|clear)|a=key-mgmt:\\w+)[: ](?<s>[^\\s\"']+)"),
  /** The password of a SIP URI (RFC 3261 §19.1.1). */
  URI_PASSWORD(List.of("sip:", "sips:"), "(?<!\\w)sips?:[^\\s:@<>\"\\[\\]]++:(?<s>[^\\s@<>\"]++)@");

  /** The user part of a SIP or tel URI that is a number (RFC 3966). */
  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\b(?:sips?|tel):(?<s>\\+?[0-9][0-9().-]{2,})(?=[@;>\\s,]|$)");

  private final List<String> words;
  private final Pattern pattern;

  SecretPattern(List<String> words, String regex) {
    this.words = words;
    pattern = Pattern.compile(regex);
  }

  /** Adds every secret of the text. */
  static void secretsIn(String text, Set<String> into) {
    String lower = lower(text);
    for (SecretPattern p : values()) {
      p.each(lower, (start, end) -> into.add(text.substring(start, end)));
    }
  }

  /** The text with every secret replaced by as many x, nothing moved. */
  static String maskSecrets(String text) {
    StringBuilder out = new StringBuilder(text);
    String lower = lower(text);
    for (SecretPattern p : values()) {
      p.each(lower, (start, end) -> out.replace(start, end, "x".repeat(end - start)));
    }
    return out.toString();
  }

  private interface Place {
    void found(int start, int end);
  }

  private void each(String lower, Place place) {
    for (String word : words) {
      int at = lower.indexOf(word);
      Matcher m = at < 0 ? null : pattern.matcher(lower);
      for (; at >= 0; at = lower.indexOf(word, at + 1)) {
        m.region(at, lower.length()).useTransparentBounds(true).useAnchoringBounds(false);
        if (m.lookingAt()) {
          place.found(m.start("s"), m.end("s"));
        }
      }
    }
  }

  /** Lower case of the same length: the one letter that would become two is left. */
  private static String lower(String text) {
    return text.replace('\u0130', 'i').toLowerCase(Locale.ROOT);
  }

  /** Adds every number of the text. */
  static void numbersIn(String text, Set<String> into) {
    for (Matcher m = NUMBER.matcher(text); m.find(); ) {
      into.add(m.group("s"));
    }
  }

  /** The text with the digits of every number in a URI masked, the last two left. */
  static String maskNumbers(String text) {
    Matcher m = NUMBER.matcher(text);
    StringBuilder out = new StringBuilder(text);
    while (m.find()) {
      out.replace(m.start("s"), m.end("s"), number(m.group("s")));
    }
    return out.toString();
  }

  /** A number with all digits but the last two masked. */
  static String number(String digits) {
    int keepFrom = Math.max(0, digits.length() - 2);
    return digits.substring(0, keepFrom).replaceAll("[0-9]", "x") + digits.substring(keepFrom);
  }
}
