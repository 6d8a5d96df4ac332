package io.parley.sip;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Header names compare without case, and a compact form is its long form (RFC 3261 §7.3.3, §20).
 */
public final class HeaderName {
  private static final Map<String, String> COMPACT =
      Map.ofEntries(
          Map.entry("i", "call-id"),
          Map.entry("m", "contact"),
          Map.entry("e", "content-encoding"),
          Map.entry("l", "content-length"),
          Map.entry("c", "content-type"),
          Map.entry("f", "from"),
          Map.entry("s", "subject"),
          Map.entry("k", "supported"),
          Map.entry("t", "to"),
          Map.entry("v", "via"),
          Map.entry("o", "event"),
          Map.entry("r", "refer-to"),
          Map.entry("b", "referred-by"),
          Map.entry("x", "session-expires"),
          Map.entry("u", "allow-events"),
          Map.entry("a", "accept-contact"),
          Map.entry("j", "reject-contact"),
          Map.entry("d", "request-disposition"));

  /** The usual spelling of the names that every message has, so that they cost one look-up. */
  private static final Map<String, String> USUAL =
      Stream.of(
              "Via",
              "From",
              "To",
              "Call-ID",
              "CSeq",
              "Contact",
              "Max-Forwards",
              "Content-Type",
              "Content-Length",
              "Route",
              "Record-Route",
              "Allow",
              "Supported",
              "User-Agent")
          .collect(Collectors.toUnmodifiableMap(n -> n, n -> n.toLowerCase(Locale.ROOT)));

  private HeaderName() {}

  /** The long form in lower case. */
  public static String canonical(String name) {
    String usual = USUAL.get(name);
    if (usual != null) {
      return usual;
    }
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return COMPACT.getOrDefault(lower, lower);
  }

  /** The compact form; empty where there is none. */
  public static Optional<String> compact(String name) {
    String wanted = canonical(name);
    return COMPACT.entrySet().stream()
        .filter(e -> e.getValue().equals(wanted))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether two names mean the same header. */
  public static boolean same(String a, String b) {
    return canonical(a).equals(canonical(b));
  }
}
