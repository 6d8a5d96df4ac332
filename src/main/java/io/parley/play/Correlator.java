package io.parley.play;

import io.parley.sip.SipMessage;
import io.parley.target.Target;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the case that a call leaving the SBC belongs to, by the value leased to the case. */
final class Correlator {
  private static final Pattern USER =
      Pattern.compile("(?:sips?|tel):([^@;>]*)", Pattern.CASE_INSENSITIVE);

  private final Optional<Target.Correlation> rule;
  private final Map<String, Line> waiting = new ConcurrentHashMap<>();

  Correlator(Optional<Target.Correlation> rule) {
    this.rule = rule;
  }

  /** The case that holds this lease waits for a call. */
  void await(NumberPool.Lease lease, Line line) {
    waiting.put(normal(lease.key()), line);
  }

  /** It no longer does. */
  void forget(NumberPool.Lease lease, Line line) {
    waiting.remove(normal(lease.key()), line);
  }

  /** Whose call this INVITE starts. */
  Optional<Line> find(SipMessage invite) {
    return Optional.ofNullable(
        waiting.get(rule.isEmpty() ? "" : normal(value(invite, rule.get().by()))));
  }

  private static String value(SipMessage invite, String by) {
    return switch (by) {
      case "called-number" -> user(invite.requestUri());
      case "calling-number" -> user(invite.first("From").orElse(""));
      default -> invite.first(by).orElse("");
    };
  }

  /**
   * User part of a SIP URI or number of a tel URI, also inside a name-addr; the text itself where
   * there is none.
   */
  static String user(String uri) {
    Matcher m = USER.matcher(uri);
    return m.find() ? m.group(1) : uri;
  }

  private String normal(String value) {
    int digits = rule.map(Target.Correlation::matchDigits).orElse(0);
    if (digits == 0) {
      return value;
    }
    String only = value.replaceAll("\\D", "");
    return only.substring(Math.max(0, only.length() - digits));
  }
}
