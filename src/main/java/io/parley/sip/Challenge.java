package io.parley.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One challenge of a 401 or 407 (RFC 3261 §22.4, RFC 8760 §2.3: several may stand in one response,
 * one header field each, the preferred one first).
 *
 * @param scheme {@code Digest}, {@code Basic}, … as written
 * @param proxy whether a proxy asks: 407, answered in Proxy-Authorization
 * @param parameters by name in lower case, values without their quotes
 */
public record Challenge(String scheme, boolean proxy, Map<String, String> parameters) {
  private static final Pattern PARAMETER =
      Pattern.compile("([!#$%&'*+.^_`|~\\w-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]*))");

  /** Order is of no meaning; the map is copied. */
  public Challenge {
    parameters = Map.copyOf(parameters);
  }

  /** The challenges of a response, in its order; none for another response than 401 and 407. */
  public static List<Challenge> of(SipMessage response) {
    int status = response.status().orElse(0);
    if (status != 401 && status != 407) {
      return List.of();
    }
    boolean proxy = status == 407;
    List<Challenge> out = new ArrayList<>();
    for (String value : response.values(proxy ? "Proxy-Authenticate" : "WWW-Authenticate")) {
      out.add(read(value.strip(), proxy));
    }
    return out;
  }

  /** Reads the value of one such header field, or of an Authorization, which has its form. */
  static Challenge read(String value, boolean proxy) {
    String[] part = value.split("\\s+", 2);
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher m = PARAMETER.matcher(part.length > 1 ? part[1] : "");
    while (m.find()) {
      String text = m.group(2) == null ? m.group(3) : m.group(2).replaceAll("\\\\(.)", "$1");
      parameters.putIfAbsent(m.group(1).toLowerCase(Locale.ROOT), text);
    }
    return new Challenge(part[0], proxy, parameters);
  }

  /** One parameter by its name in lower case. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** Whether only the nonce was too old, and the credentials were right (RFC 7616 §3.3). */
  public boolean isStale() {
    return parameter("stale").filter("true"::equalsIgnoreCase).isPresent();
  }

  /** {@code Digest SHA-256 for "realm"}. */
  @Override
  public String toString() {
    String algorithm = parameter("algorithm").map(a -> " " + a).orElse("");
    return scheme + algorithm + parameter("realm").map(r -> " for \"" + r + "\"").orElse("");
  }
}
