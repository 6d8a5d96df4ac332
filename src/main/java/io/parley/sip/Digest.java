package io.parley.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers a digest challenge (RFC 3261 §22.4, RFC 7616 §3.4, RFC 8760): MD5, SHA-256 and
 * SHA-512-256, each also as {@code -sess}; {@code qop} auth, auth-int, or none. Basic is never
 * answered (RFC 3261 §22).
 *
 * @param challenge what is asked
 * @param credentials who we are
 */
public record Digest(Challenge challenge, Credentials credentials) {
  private static final Map<String, String> ALGORITHMS =
      Map.of("MD5", "MD5", "SHA-256", "SHA-256", "SHA-512-256", "SHA-512/256");

  /** The first challenge that we can answer: a server names the one it prefers first. */
  public static Optional<Digest> of(List<Challenge> challenges, Credentials credentials) {
    return challenges.stream()
        .map(c -> new Digest(c, credentials))
        .filter(Digest::isPossible)
        .findFirst();
  }

  private boolean isPossible() {
    boolean quality = challenge.parameter("qop").isEmpty() || !qop().isEmpty();
    boolean complete =
        challenge.parameter("realm").isPresent() && challenge.parameter("nonce").isPresent();
    return challenge.scheme().equalsIgnoreCase("Digest")
        && ALGORITHMS.containsKey(algorithm())
        && quality
        && complete;
  }

  /** The header field that the answer goes into. */
  public String header() {
    return challenge.proxy() ? "Proxy-Authorization" : "Authorization";
  }

  /**
   * The value of that header field.
   *
   * @param method of the request
   * @param uri its Request-URI
   * @param body its body, which {@code auth-int} covers
   * @param cnonce our nonce; quotes in it are the caller's fault
   * @param count how often the server's nonce has been used, this time included
   */
  public String value(String method, String uri, byte[] body, String cnonce, int count) {
    String nc = String.format("%08x", count);
    StringBuilder out = new StringBuilder("Digest username=" + quoted(credentials.user()));
    out.append(", realm=").append(quoted(parameter("realm")));
    out.append(", nonce=").append(quoted(parameter("nonce")));
    out.append(", uri=").append(quoted(uri));
    out.append(", response=\"").append(response(method, uri, body, cnonce, nc)).append('"');
    challenge.parameter("algorithm").ifPresent(a -> out.append(", algorithm=").append(a));
    if (!qop().isEmpty()) {
      out.append(", qop=").append(qop()).append(", nc=").append(nc);
    }
    if (!qop().isEmpty() || isSession()) {
      out.append(", cnonce=").append(quoted(cnonce));
    }
    challenge.parameter("opaque").ifPresent(o -> out.append(", opaque=").append(quoted(o)));
    return out.toString();
  }

  private String response(String method, String uri, byte[] body, String cnonce, String nc) {
    String nonce = parameter("nonce");
    String a1 = hash(credentials.user() + ":" + parameter("realm") + ":" + credentials.password());
    String key = isSession() ? hash(a1 + ":" + nonce + ":" + cnonce) : a1;
    String a2 = method + ":" + uri + (qop().equals("auth-int") ? ":" + hash(body) : "");
    String quality = qop().isEmpty() ? "" : nc + ":" + cnonce + ":" + qop() + ":";
    return hash(key + ":" + nonce + ":" + quality + hash(a2));
  }

  /** {@code auth} where it is offered, else {@code auth-int}; empty = none (RFC 2069). */
  private String qop() {
    List<String> offered =
        Stream.of(challenge.parameter("qop").orElse("").split(",")).map(String::strip).toList();
    return offered.contains("auth") ? "auth" : offered.contains("auth-int") ? "auth-int" : "";
  }

  private boolean isSession() {
    return challenge.parameter("algorithm").orElse("").toLowerCase(Locale.ROOT).endsWith("-sess");
  }

  private String algorithm() {
    String written = challenge.parameter("algorithm").orElse("MD5").toUpperCase(Locale.ROOT);
    return written.endsWith("-SESS") ? written.substring(0, written.length() - 5) : written;
  }

  private String parameter(String name) {
    return challenge.parameter(name).orElse("");
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("([\"\\\\])", "\\\\$1") + '"';
  }

  private String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  private String hash(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance(ALGORITHMS.get(algorithm()));
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java 17 has " + ALGORITHMS.get(algorithm()), e);
    }
  }
}
