package io.parley.farend;

import io.parley.sip.HeaderField;
import io.parley.sip.HeaderName;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Set;

/** Which headers go from one leg to the other: all but those of a hop, a dialog or a user agent. */
final class PassingHeaders {
  private static final Set<String> OURS =
      Set.of(
          "via",
          "from",
          "to",
          "call-id",
          "cseq",
          "contact",
          "record-route",
          "route",
          "max-forwards",
          "content-length",
          "content-type",
          "content-encoding",
          "supported",
          "require",
          "proxy-require",
          "unsupported",
          "allow",
          "user-agent",
          "server",
          "session-expires",
          "min-se",
          "rseq",
          "rack",
          "timestamp",
          "authorization",
          "proxy-authorization");

  private PassingHeaders() {}

  /** Those of a message that pass. */
  static List<HeaderField> of(SipMessage message) {
    return message.headers().stream()
        .filter(h -> !OURS.contains(HeaderName.canonical(h.name())))
        .toList();
  }
}
