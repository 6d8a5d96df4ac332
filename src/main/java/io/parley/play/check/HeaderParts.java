package io.parley.play.check;

import io.parley.sip.HeaderField;
import io.parley.sip.SipUri;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One value of a header, taken apart as {@code check} paths name it. */
final class HeaderParts {
  private static final Pattern VIA =
      Pattern.compile("SIP\\s*/\\s*2\\.0\\s*/\\s*(\\S+)\\s+([^;]+)(.*)");

  private HeaderParts() {}

  /** The part, one value or none. */
  static List<String> of(String value, String part) {
    Optional<SipUri> uri = uri(value);
    Optional<String> found =
        switch (part) {
          case "value" -> Optional.of(HeaderField.split(value, ';').get(0));
          case "uri" -> Optional.of(SipUri.bare(value));
          case "name" -> name(value);
          case "user" -> uri.map(SipUri::user);
          case "host" -> uri.map(SipUri::host);
          case "port" -> uri.flatMap(HeaderParts::port);
          case "transport" -> transport(value, uri);
          default -> parameter(value, part);
        };
    return found.filter(f -> !f.isEmpty()).map(List::of).orElse(List.of());
  }

  /** The URI in it; of a Via what is {@code sent-by}. */
  private static Optional<SipUri> uri(String value) {
    Matcher via = VIA.matcher(value);
    return via.matches() ? SipUri.of("sip:" + via.group(2).strip()) : SipUri.of(value);
  }

  /** Of the Via, or of the URI. */
  private static Optional<String> transport(String value, Optional<SipUri> uri) {
    Matcher via = VIA.matcher(value);
    return via.matches()
        ? Optional.of(via.group(1))
        : uri.map(u -> u.parameters().getOrDefault("transport", ""));
  }

  private static Optional<String> port(SipUri uri) {
    return uri.port().isPresent()
        ? Optional.of(Integer.toString(uri.port().getAsInt()))
        : Optional.empty();
  }

  /** The display name, without its quotes. */
  private static Optional<String> name(String value) {
    int open = value.indexOf('<');
    return open < 0
        ? Optional.empty()
        : Optional.of(value.substring(0, open).strip().replaceAll("^\"|\"$", ""));
  }

  /** A parameter of the header, behind the URI; quotes are not part of it. */
  private static Optional<String> parameter(String value, String name) {
    for (String field : HeaderField.split(value, ';')) {
      int equals = field.indexOf('=');
      if (equals > 0 && field.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return Optional.of(field.substring(equals + 1).strip().replaceAll("^\"|\"$", ""));
      }
    }
    return Optional.empty();
  }
}
