package io.parley.record;

import io.parley.sip.HeaderField;
import io.parley.sip.HeaderName;
import io.parley.sip.SipMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The headers of a message as traits. */
final class HeaderTraits {
  /** Headers that only say which call and which hop this is, and those that hold credentials. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "via",
          "call-id",
          "cseq",
          "content-length",
          "max-forwards",
          "authorization",
          "proxy-authorization");

  /** In a response those are the request's (RFC 3261 §8.2.6.2). */
  private static final Set<String> ECHOED = Set.of("from", "to");

  /** What is not spelt with a capital after each hyphen. */
  private static final Map<String, String> SPELLING =
      Map.of(
          "min-se", "Min-SE",
          "rseq", "RSeq",
          "rack", "RAck",
          "www-authenticate", "WWW-Authenticate",
          "mime-version", "MIME-Version",
          "x-ms-sbc", "X-MS-SBC");

  private static final Map<String, String> SPELT = new ConcurrentHashMap<>();

  /** Names come from the network: not all of them are kept. */
  private static final int MOST_SPELT = 500;

  private HeaderTraits() {}

  static void ofResponse(SipMessage m, Traits out) {
    for (HeaderField h : m.headers()) {
      String name = HeaderName.canonical(h.name());
      if (!LEFT_OUT.contains(name) && !ECHOED.contains(name)) {
        out.put(spelt(name) + ":", h.value());
      }
    }
  }

  /**
   * A request that came through the target.
   *
   * @param sent what we sent, since what is passed on as it was says so and no more
   */
  static void ofRequest(SipMessage m, SipMessage sent, Traits out) {
    for (HeaderField h : m.headers()) {
      String name = HeaderName.canonical(h.name());
      if (!LEFT_OUT.contains(name)) {
        List<String> ours = sent.values(name);
        out.put(spelt(name) + ":", ours.contains(h.value()) ? "passed on" : h.value());
      }
    }
    out.put("Via count", Integer.toString(m.list("Via").size()));
    out.put("Request-URI", m.requestUri());
  }

  private static String spelt(String name) {
    String known = SPELT.get(name);
    if (known != null) {
      return known;
    }
    String spelt =
        SPELLING.getOrDefault(
            name,
            Arrays.stream(name.split("-", -1))
                .map(w -> w.isEmpty() ? w : Character.toUpperCase(w.charAt(0)) + w.substring(1))
                .collect(Collectors.joining("-")));
    if (SPELT.size() < MOST_SPELT) {
      SPELT.put(name, spelt);
    }
    return spelt;
  }
}
