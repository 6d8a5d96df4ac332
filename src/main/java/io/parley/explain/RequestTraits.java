package io.parley.explain;

import io.parley.capture.CapturedMessage;
import io.parley.sip.HeaderField;
import io.parley.sip.HeaderName;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An INVITE as a list of traits: forms of numbers, headers that steer a call. */
final class RequestTraits {
  /** Headers whose value tells how a call is handled, not which call it is. */
  private static final List<String> TELLING =
      List.of(
          "Require",
          "Supported",
          "Allow",
          "Accept",
          "Content-Type",
          "Content-Encoding",
          "Content-Disposition",
          "Session-Expires",
          "Min-SE",
          "Privacy",
          "User-Agent",
          "X-MS-SBC",
          "Proxy-Require");

  /** Headers that every call has its own of, and those that other traits tell of. */
  private static final Set<String> NOISE =
      Set.of(
          "via",
          "from",
          "to",
          "call-id",
          "cseq",
          "contact",
          "content-length",
          "max-forwards",
          "authorization",
          "proxy-authorization",
          "date",
          "timestamp",
          "route",
          "record-route");

  private RequestTraits() {}

  static void add(CapturedMessage captured, Traits out) {
    SipMessage m = captured.message();
    out.put(Subject.TRANSPORT, "transport", transport(captured));
    out.put(Subject.NUMBERS, "called number", uri(m.requestUri()));
    out.put(Subject.NUMBERS, "calling number", uri(m.first("From").orElse("")));
    out.put(Subject.HEADERS, "Max-Forwards", hops(m.first("Max-Forwards").orElse("absent")));
    out.put(Subject.HEADERS, "host in Contact", host(m.first("Contact").orElse("")));
    for (String name : TELLING) {
      out.put(Subject.HEADERS, name, value(m, name));
    }
    out.put(Subject.HEADERS, "further headers", names(m));
  }

  private static String transport(CapturedMessage captured) {
    String via = captured.message().topVia().orElse("").strip();
    String said = via.startsWith("SIP/2.0/") ? via.substring(8).split("\\s")[0] : "";
    // What is exported after decryption looks like TCP, the Via knows better.
    return said.isEmpty() ? captured.path().transport() : said.toLowerCase(Locale.ROOT);
  }

  private static String uri(String text) {
    return SipUri.of(text).map(RequestTraits::form).orElse("none");
  }

  private static String form(SipUri uri) {
    String user = uri.user().split("[;:]", 2)[0];
    String number =
        user.matches("\\+[1-9]\\d{1,14}")
            ? "E.164 with +"
            : user.matches("\\d+") ? "digits without +" : user.isEmpty() ? "none" : "a name";
    String phone = "phone".equals(uri.parameters().get("user")) ? ", user=phone" : "";
    return uri.scheme() + ", " + number + phone;
  }

  /** Each hop takes one off: only few are telling. */
  private static String hops(String value) {
    return value.matches("\\d{1,3}") && Integer.parseInt(value) > 9 ? "10 or more" : value;
  }

  private static String host(String contact) {
    return SipUri.of(contact)
        .map(u -> u.address().isPresent() ? "an IP address" : "a name")
        .orElse("none");
  }

  /** Lists in one order, so that only what they name counts. */
  private static String value(SipMessage m, String name) {
    boolean list = Set.of("Require", "Supported", "Allow", "Accept").contains(name);
    String text = String.join(", ", m.values(name));
    if (text.isEmpty()) {
      return "absent";
    }
    return list
        ? Arrays.stream(text.split("\\s*,\\s*")).sorted().collect(Collectors.joining(", "))
        : text;
  }

  private static String names(SipMessage m) {
    Set<String> out = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (HeaderField h : m.headers()) {
      String name = HeaderName.canonical(h.name());
      boolean told = TELLING.stream().anyMatch(t -> HeaderName.same(t, h.name()));
      if (!told && !NOISE.contains(name.toLowerCase(Locale.ROOT))) {
        out.add(h.name());
      }
    }
    return out.isEmpty() ? "none" : String.join(", ", out);
  }
}
