package io.parley.sip;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user agent server that asks who somebody is (RFC 3261 §22.2): digest with SHA-256 or MD5,
 * {@code qop=auth} (RFC 7616, RFC 8760). Another scheme is no answer. For any thread.
 */
public final class Authenticator {
  private static final String HEADER = "WWW-Authenticate";
  private static final List<String> ALGORITHMS = List.of("SHA-256", "MD5");

  /** All that RFC 3261 knows, and all that many phones do. */
  public static final List<String> MD5 = List.of("MD5");

  /** So many nonces are known; older ones are stale. */
  private static final int NONCES = 1000;

  private final String realm;
  private final Credentials credentials;
  private final List<String> algorithms;
  private final Set<String> issued =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > NONCES;
                }
              }));

  /**
   * One that knows one user.
   *
   * @param realm what is protected
   * @param credentials who may pass
   */
  public Authenticator(String realm, Credentials credentials) {
    this(realm, credentials, ALGORITHMS);
  }

  /**
   * One that asks by some algorithms only. An old user agent may give up at the first that it does
   * not know, though RFC 3261 §22.1 has it go on.
   *
   * @param algorithms in the order of the challenges
   */
  public Authenticator(String realm, Credentials credentials, List<String> algorithms) {
    this.realm = realm;
    this.credentials = credentials;
    this.algorithms = List.copyOf(algorithms);
  }

  /**
   * Looks at a request.
   *
   * @return the challenges of the 401 that it gets, the preferred one first; empty = it may pass
   */
  public List<HeaderField> challenge(SipMessage request) {
    boolean right = false;
    for (String value : request.values("Authorization")) {
      Challenge answer = Challenge.read(value.strip(), false);
      if (isRight(answer, request)) {
        if (answer.parameter("nonce").filter(issued::contains).isPresent()) {
          return List.of();
        }
        right = true;
      }
    }
    return challenges(right);
  }

  /** Whether who made it knows the password, be its nonce ours or not. */
  private boolean isRight(Challenge answer, SipMessage request) {
    Optional<String> said = answer.parameter("response");
    boolean ours =
        answer.scheme().equalsIgnoreCase("Digest")
            && answer.parameter("realm").filter(realm::equals).isPresent()
            && answer.parameter("username").filter(credentials.user()::equals).isPresent();
    return ours && said.isPresent() && said.equals(expected(answer, request));
  }

  private Optional<String> expected(Challenge answer, SipMessage request) {
    String uri = answer.parameter("uri").orElse("");
    String cnonce = answer.parameter("cnonce").orElse("");
    return Digest.of(List.of(answer), credentials)
        .map(d -> d.value(request.method(), uri, request.body(), cnonce, count(answer)))
        .flatMap(v -> Challenge.read(v, false).parameter("response"));
  }

  private static int count(Challenge answer) {
    String written = answer.parameter("nc").orElse("");
    return written.matches("[0-7]?[0-9a-fA-F]{1,7}") ? Integer.parseInt(written, 16) : 0;
  }

  private List<HeaderField> challenges(boolean stale) {
    String nonce = Ids.tag() + Ids.branch().hashCode();
    issued.add(nonce);
    return algorithms.stream()
        .map(
            a ->
                new HeaderField(
                    HEADER,
                    "Digest realm=\"%s\", nonce=\"%s\", algorithm=%s, qop=\"auth\"%s"
                        .formatted(realm, nonce, a, stale ? ", stale=true" : "")))
        .toList();
  }
}
