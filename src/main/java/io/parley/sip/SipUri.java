package io.parley.sip;

import io.parley.wire.IpLiteral;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A {@code sip:}, {@code sips:} or {@code tel:} URI, read leniently (RFC 3261 §19.1, RFC 3966).
 *
 * @param scheme in lower case
 * @param user the part before {@code @}, or the number of a tel URI; empty if none
 * @param host name or address as written, IPv6 without brackets; empty for tel
 * @param port 1..65535 if given
 * @param parameters URI parameters, names in lower case, a flag has the value ""
 */
public record SipUri(
    String scheme, String user, String host, OptionalInt port, Map<String, String> parameters) {

  /** Default port of SIP over UDP and TCP (RFC 3261 §19.1.2). */
  public static final int DEFAULT_PORT = 5060;

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

  /**
   * Reads a URI, or the URI in a name-addr such as {@code "Bob" <sip:bob@example.com>;tag=1}.
   *
   * @return empty if there is no URI in the text
   */
  public static Optional<SipUri> of(String text) {
    String uri = bare(text);
    int colon = uri.indexOf(':');
    if (colon <= 0 || !SCHEME.matcher(uri).region(0, colon).matches()) {
      return Optional.empty();
    }
    String scheme = uri.substring(0, colon).toLowerCase(Locale.ROOT);
    return Optional.of(parse(scheme, uri.substring(colon + 1)));
  }

  /**
   * The URI text of a name-addr or addr-spec: without display name, brackets, header parameters.
   */
  public static String bare(String nameAddr) {
    int open = openingBracket(nameAddr);
    if (open >= 0) {
      int close = nameAddr.indexOf('>', open);
      return nameAddr.substring(open + 1, close < 0 ? nameAddr.length() : close).strip();
    }
    int end = nameAddr.indexOf(';');
    return (end < 0 ? nameAddr : nameAddr.substring(0, end)).strip();
  }

  private static int openingBracket(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '<' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private static SipUri parse(String scheme, String rest) {
    String withoutHeaders = rest.indexOf('?') < 0 ? rest : rest.substring(0, rest.indexOf('?'));
    int at = withoutHeaders.lastIndexOf('@');
    String tail = withoutHeaders.substring(at + 1);
    int semicolon = tail.indexOf(';');
    String hostPort = semicolon < 0 ? tail : tail.substring(0, semicolon);
    Map<String, String> parameters = parameters(semicolon < 0 ? "" : tail.substring(semicolon + 1));
    if (scheme.equals("tel")) {
      return new SipUri(scheme, hostPort, "", OptionalInt.empty(), parameters);
    }
    String user = at < 0 ? "" : withoutHeaders.substring(0, at);
    int colon = hostPort.lastIndexOf(':');
    boolean hasPort = colon > hostPort.lastIndexOf(']') && colon > 0;
    String host = (hasPort ? hostPort.substring(0, colon) : hostPort).strip();
    return new SipUri(
        scheme,
        user,
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host,
        hasPort ? port(hostPort.substring(colon + 1)) : OptionalInt.empty(),
        parameters);
  }

  private static OptionalInt port(String text) {
    String digits = text.strip();
    boolean valid = digits.matches("\\d{1,5}") && Integer.parseInt(digits) <= 65535;
    return valid ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String part : text.split(";")) {
      if (!part.isBlank()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        out.put(
            name.strip().toLowerCase(Locale.ROOT),
            equals < 0 ? "" : part.substring(equals + 1).strip());
      }
    }
    return Collections.unmodifiableMap(out);
  }

  /** Whether the URI is a loose router's (RFC 3261 §19.1.1, {@code lr}). */
  public boolean isLooseRouter() {
    return parameters.containsKey("lr");
  }

  /**
   * Where the URI points, if its host is an address; a host that is only a name is not looked up.
   */
  public Optional<InetSocketAddress> address() {
    return IpLiteral.parse(host).map(ip -> new InetSocketAddress(ip, port.orElse(DEFAULT_PORT)));
  }
}
