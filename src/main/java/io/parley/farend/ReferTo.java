package io.parley.farend;

import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whom a REFER names (RFC 3515 §2.1).
 *
 * @param uri the URI, without the headers in it
 * @param replaces the dialog that the call shall replace, from the headers in the URI (RFC 3891 §4)
 */
record ReferTo(String uri, Optional<String> replaces) {
  /** What a next hop decides anew, or asks for a request other than INVITE. */
  private static final List<String> NOT_KEPT = List.of("transport", "method");

  /** Reads it; empty where there is not exactly one, or none that can be called (§2.4.2). */
  static Optional<ReferTo> of(SipMessage refer) {
    List<String> named = refer.list("Refer-To");
    if (named.size() != 1) {
      return Optional.empty();
    }
    String whole = SipUri.bare(named.get(0));
    int headers = whole.indexOf('?');
    String uri = headers < 0 ? whole : whole.substring(0, headers);
    return parsed(uri)
        .filter(u -> u.scheme().startsWith("sip"))
        .filter(u -> u.parameters().getOrDefault("method", "INVITE").equals("INVITE"))
        .map(u -> new ReferTo(uri, replaces(headers < 0 ? "" : whole.substring(headers + 1))));
  }

  /** In brackets: what follows it without them would be parameters of the header. */
  private static Optional<SipUri> parsed(String uri) {
    return SipUri.of("<" + uri + ">");
  }

  private static Optional<String> replaces(String headers) {
    return List.of(headers.split("&")).stream()
        .filter(h -> h.toLowerCase(Locale.ROOT).startsWith("replaces="))
        .map(
            h ->
                URLDecoder.decode(
                    h.substring(h.indexOf('=') + 1).replace("+", "%2B"), StandardCharsets.UTF_8))
        .findFirst();
  }

  /** Its user part. */
  String user() {
    return parsed(uri).map(SipUri::user).orElse("");
  }

  /** The parameters that whoever is called is to get back, as {@code ;x-m=…}. */
  String parameters() {
    Map<String, String> all = parsed(uri).map(SipUri::parameters).orElse(Map.of());
    return all.entrySet().stream()
        .filter(e -> !NOT_KEPT.contains(e.getKey()))
        .map(e -> ";" + e.getKey() + (e.getValue().isEmpty() ? "" : "=" + e.getValue()))
        .collect(Collectors.joining());
  }
}
