package io.parley.farend;

import io.parley.profile.NumberPlan;
import io.parley.sip.Arrival;
import io.parley.sip.Authenticator;
import io.parley.sip.Credentials;
import io.parley.sip.HeaderField;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows where the users of the near side are (RFC 3261 §10.3). Calls to them go to the Contact that
 * was registered last, where that is a loopback address. One thread at a time.
 */
final class Registrar {
  /** What a binding lasts where nothing is asked (RFC 3261 §10.2.1.1). */
  private static final long USUAL_SECONDS = 3600;

  /** A shorter binding is refused (RFC 3261 §10.2.8). */
  private static final long LEAST_SECONDS = 60;

  /** The role of users who must say who they are. */
  private static final String GUARDED = "guarded";

  private final NumberPlan numbers;
  private final Authenticator authenticator;
  private final Registration manner;
  private final Map<String, Map<String, Binding>> users = new LinkedHashMap<>();

  /**
   * One address of a user.
   *
   * @param until when it ends, {@link System#nanoTime}
   * @param flow by which it was registered, and the user can be reached from behind a NAT
   */
  private record Binding(String callId, long cseq, long until, Flow flow) {}

  Registrar(NumberPlan numbers, Authenticator authenticator, Registration manner) {
    this.numbers = numbers;
    this.authenticator = authenticator;
    this.manner = manner;
  }

  /** The registrar of an SBC. */
  static Registrar of(SbcSettings settings) {
    Registration manner = settings.service().registration();
    String realm = settings.profile().id();
    Authenticator authenticator =
        manner
            .credentials()
            .map(c -> new Authenticator(realm, c, Authenticator.MD5))
            .orElseGet(
                () ->
                    new Authenticator(
                        realm, new Credentials(EmbeddedSbc.USER, EmbeddedSbc.PASSWORD)));
    return new Registrar(settings.numbers(), authenticator, manner);
  }

  /** The place that a user registered last, and the way there; empty = none. */
  Optional<Place> place(String user) {
    return live(user).entrySet().stream()
        .map(e -> new Place(e.getKey(), e.getValue().flow()))
        .reduce((first, last) -> last);
  }

  /** Where a user can be reached; empty = not registered, or at no loopback address. */
  Optional<InetSocketAddress> contact(String user) {
    return live(user).keySet().stream()
        .flatMap(c -> SipUri.of(c).stream())
        .flatMap(u -> u.address().stream())
        .filter(a -> a.getAddress().isLoopbackAddress())
        .reduce((first, last) -> last);
  }

  /** Does what a REGISTER asks; the response. */
  ResponseBuilder take(Arrival arrival) {
    SipMessage m = arrival.message();
    if (m.list("Contact").stream().anyMatch(Registrar::isBareWithHeaders)) {
      return ResponseBuilder.to(arrival, 400);
    }
    String user = SipUri.of(m.first("To").orElse("")).map(SipUri::user).orElse("");
    if (manner.credentials().isPresent() || numbers.has(GUARDED, user)) {
      List<HeaderField> challenges = authenticator.challenge(m);
      if (!challenges.isEmpty()) {
        ResponseBuilder out = ResponseBuilder.to(arrival, 401);
        challenges.forEach(c -> out.header(c.name(), c.value()));
        return out;
      }
    } else if (!numbers.isOpen() && !numbers.has("caller", user)) {
      return ResponseBuilder.to(arrival, 404);
    }
    int refusal = refusal(m, user);
    if (refusal != 0) {
      ResponseBuilder out = ResponseBuilder.to(arrival, refusal);
      return refusal == 423 ? out.header("Min-Expires", Long.toString(LEAST_SECONDS)) : out;
    }
    update(arrival, user);
    ResponseBuilder out = ResponseBuilder.to(arrival, 200);
    live(user).forEach((uri, b) -> out.contact("<" + uri + ">;expires=" + seconds(b)));
    return out;
  }

  /** A URI with a question mark needs angle brackets (RFC 3261 §20). */
  private static boolean isBareWithHeaders(String contact) {
    return !contact.contains("<") && contact.contains("?");
  }

  /** RFC 3261 §10.3, steps 6 and 7; 0 = nothing is wrong. */
  private int refusal(SipMessage m, String user) {
    List<String> contacts = m.list("Contact");
    if (contacts.contains("*")) {
      boolean all = contacts.size() == 1 && m.first("Expires").filter("0"::equals).isPresent();
      return all ? 0 : 400;
    }
    for (String contact : contacts) {
      long wanted = expires(contact, m);
      if (wanted > 0 && wanted < LEAST_SECONDS) {
        return 423;
      }
      Binding before = live(user).get(SipUri.bare(contact));
      boolean stale =
          before != null
              && before.callId().equals(m.callId())
              && m.cseq().orElse(0) <= before.cseq();
      if (stale) {
        return 500;
      }
    }
    return 0;
  }

  private void update(Arrival arrival, String user) {
    SipMessage m = arrival.message();
    Map<String, Binding> bindings = users.computeIfAbsent(user, u -> new LinkedHashMap<>());
    for (String contact : m.list("Contact")) {
      if (contact.equals("*")) {
        bindings.clear();
        continue;
      }
      String uri = SipUri.bare(contact);
      long wanted = expires(contact, m);
      bindings.remove(uri);
      if (wanted > 0) {
        long granted = Math.min(wanted, manner.longest().toSeconds());
        long until = System.nanoTime() + granted * 1_000_000_000L;
        Flow flow = arrival.frame().flow();
        bindings.put(uri, new Binding(m.callId(), m.cseq().orElse(0), until, flow));
      }
    }
  }

  /** Its own parameter, the header, or the usual. */
  private static long expires(String contact, SipMessage m) {
    String own =
        HeaderField.split(contact, ';').stream()
            .filter(p -> p.toLowerCase(Locale.ROOT).startsWith("expires="))
            .map(p -> p.substring(p.indexOf('=') + 1).strip())
            .findFirst()
            .or(() -> m.first("Expires"))
            .orElse("");
    return own.matches("\\d{1,9}") ? Long.parseLong(own) : USUAL_SECONDS;
  }

  private Map<String, Binding> live(String user) {
    Map<String, Binding> bindings = users.getOrDefault(user, Map.of());
    long now = System.nanoTime();
    if (!bindings.isEmpty()) {
      bindings.values().removeIf(b -> b.until() - now <= 0);
    }
    return bindings;
  }

  private static long seconds(Binding binding) {
    return Math.max(1, Math.round((binding.until() - System.nanoTime()) / 1e9));
  }
}
