package io.parley.sip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One value of a Reason header (RFC 3326 §2), read leniently.
 *
 * @param protocol {@code SIP}, {@code Q.850}, {@code Preemption}, … as written
 * @param parameters by name in lower case, values without their quotes; the first of a name counts
 */
public record ReasonValue(String protocol, Map<String, String> parameters) {

  /** Order is of no meaning; the map is copied. */
  public ReasonValue {
    parameters = Map.copyOf(parameters);
  }

  /** All of a message, in its order. */
  public static List<ReasonValue> all(SipMessage message) {
    return message.list("Reason").stream().map(ReasonValue::of).toList();
  }

  /** Reads one value. */
  public static ReasonValue of(String text) {
    List<String> parts = HeaderField.split(text, ';');
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals).strip();
      String value = equals < 0 ? "" : unquoted(part.substring(equals + 1).strip());
      parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }
    return new ReasonValue(parts.get(0), parameters);
  }

  /** Whether its cause is a Q.850 cause value. */
  public boolean isQ850() {
    return protocol.equalsIgnoreCase("Q.850") || protocol.equalsIgnoreCase("Q850");
  }

  /** Whether its cause is a SIP status. */
  public boolean isSip() {
    return protocol.equalsIgnoreCase("SIP");
  }

  /** The cause; empty where there is none, or no number of up to nine digits. */
  public OptionalInt cause() {
    String text = parameters.getOrDefault("cause", "");
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** The words beside it; empty if none. */
  public String text() {
    return parameters.getOrDefault("text", "");
  }

  /** Where in the network the call was released (RFC 8606 §4), in upper case. */
  public Optional<String> location() {
    return Optional.ofNullable(parameters.get("location")).map(l -> l.toUpperCase(Locale.ROOT));
  }

  private static String unquoted(String value) {
    if (!value.startsWith("\"")) {
      return value;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
      if (value.charAt(i) == '\\' && i + 1 < value.length()) {
        i++;
      }
      out.append(value.charAt(i));
    }
    return out.toString();
  }
}
