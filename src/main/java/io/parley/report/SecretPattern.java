package io.parley.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where secrets and numbers stand in SIP, SDP and in what programs print. The group {@code s} of
 * each pattern is what is masked. Each pattern begins with one of a few words; these are searched
 * for first, since most texts hold none of them and every message of a run is searched.
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
      "(?<![\\w-])(?:k=(?:base64|clear)|a=key-mgmt:\\w+)[: ](?<s>[^\\s\"']+)"),
  /** The password of a SIP URI (RFC 3261 §19.1.1). */
  URI_PASSWORD(
      List.of("sip:", "sips:"), "(?<!\\w)sips?:[^\\s:@<>\"\\[\\]]++:(?<s>[^\\s@<>\"]{1,200}+)@"),
  /** The password of any other URI (RFC 3986 §3.2.1): {@code https://user:password@host}. */
  LOGIN(List.of("://"), "://[^\\s:@/<>\"]++:(?<s>[^\\s@/<>\"]{1,200}+)@"),
  /** What a log, a label or a command line calls a secret: {@code password=x}, {@code token: x}. */
  NAMED(
      Words.OF_SECRETS,
      Words.PATTERN
          + "[\"']?[ \\t]{0,3}[=:](?!//)[ \\t]{0,3}[\"']?(?<s>[^\\s\\x1f\"',;&<>|)\\]}]+)"),
  /** The same as an option with its value behind it: {@code --password x}. */
  OPTION(
      Words.OF_SECRETS,
      "(?<=(?:^|[\\s\\x1f])--?[\\w-]{0,30})"
          + Words.PATTERN
          + "[ \\t\\x1f](?<s>[^\\s-][^\\s\\x1f]*)"),
  /** {@code curl -u user:password}. */
  USER(List.of("-u"), "(?<=^|[\\s\\x1f-])-u(?:ser)?[ \\t=\\x1f][^\\s:]+:(?<s>[^\\s\\x1f]+)"),
  /** {@code sshpass -p password}. */
  SSHPASS(List.of("sshpass"), "sshpass[\\s\\x1f]+-p[ \\t\\x1f]*(?<s>[^\\s\\x1f]+)"),
  /** A bearer token outside of a header (RFC 6750 §2.1); the bearer of Q.850 has no digits. */
  BEARER(List.of("bearer"), "bearer\\s+(?<s>(?=\\S*\\d)[\\w.~+/=-]{16,})"),
  /** A private key in PEM (RFC 7468 §10). */
  PRIVATE_KEY(
      List.of("private key-----"),
      "private key-----\\s*(?<s>[\\s\\S]{1,8000}?)\\s*(?:-----end|\\z)");

  /** Stands between the arguments of a command line, which may hold anything else. */
  static final char SEPARATOR = '\u001f';

  /** How programs name what is secret. */
  private static final class Words {
    static final List<String> OF_SECRETS =
        List.of("passw", "passphrase", "secret", "token", "api-key", "api_key", "apikey", "pwd");
    static final String PATTERN = "(?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|pwd(?!=/))";
  }

  /** The user part of a SIP or tel URI that is a number (RFC 3966). */
  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\b(?:sips?|tel):(?<s>\\+?[0-9][0-9().-]{2,})(?=[@;>\\s,]|$)");

  private final List<String> words;
  private final Pattern pattern;

  SecretPattern(List<String> words, String regex) {
    this.words = words;
    pattern = Pattern.compile(regex);
  }

  /** Whether what it finds may be a common word, so that it is masked there and nowhere else. */
  private boolean loose() {
    return switch (this) {
      case NAMED, OPTION, USER, SSHPASS -> true;
      default -> false;
    };
  }

  /**
   * Finds every secret of the text.
   *
   * @param into takes those that are to be masked wherever they are quoted
   * @return whether there is any
   */
  static boolean secretsIn(String text, Set<String> into) {
    String lower = lower(text);
    boolean[] any = {false};
    for (SecretPattern p : values()) {
      p.each(
          lower,
          (start, end) -> {
            any[0] = true;
            String found = text.substring(start, end);
            if (!p.loose() || KnownSecrets.isUnmistakable(found)) {
              into.add(found);
            }
          });
    }
    return any[0];
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
