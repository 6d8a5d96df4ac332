package io.parley.play.stage;

import io.parley.sip.SipMessage;
import io.parley.target.Correlation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the case that a call leaving the SBC belongs to, by the value leased to the case. Where
 * several dialogs wait for the same value, the calls go to them in the order of the script; the
 * last one takes whatever else comes.
 */
public final class Correlator {
  private static final Pattern USER =
      Pattern.compile("(?:sips?|tel):([^@;>]*)", Pattern.CASE_INSENSITIVE);

  private final Optional<Correlation> rule;
  private final Map<String, Deque<Line>> waiting = new ConcurrentHashMap<>();

  Correlator(Optional<Correlation> rule) {
    this.rule = rule;
  }

  /** A case waits for a call that has this value. */
  public void await(String value, Line line) {
    waiting.compute(
        normal(value),
        (v, lines) -> {
          Deque<Line> all = lines == null ? new ArrayDeque<>() : lines;
          all.addLast(line);
          return all;
        });
  }

  /** It no longer does. */
  public void forget(String value, Line line) {
    waiting.computeIfPresent(
        normal(value),
        (v, lines) -> {
          lines.remove(line);
          return lines.isEmpty() ? null : lines;
        });
  }

  /** Whether calls are told apart at all; else there is one two-leg case at a time. */
  public boolean isNamed() {
    return rule.isPresent();
  }

  /** Whether a call is known by the number it is made to. */
  boolean byCalledNumber() {
    return rule.isEmpty() || rule.get().by().equals("called-number");
  }

  /** Whose call this INVITE starts. */
  Optional<Line> find(SipMessage invite) {
    String value = rule.isEmpty() ? "" : normal(value(invite, rule.get().by()));
    AtomicReference<Line> found = new AtomicReference<>();
    waiting.computeIfPresent(
        value,
        (v, lines) -> {
          found.set(lines.size() > 1 ? lines.removeFirst() : lines.peekFirst());
          return lines;
        });
    return Optional.ofNullable(found.get());
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
  public static String user(String uri) {
    Matcher m = USER.matcher(uri);
    return m.find() ? m.group(1) : uri;
  }

  private String normal(String value) {
    int digits = rule.map(Correlation::matchDigits).orElse(0);
    if (digits == 0) {
      return value;
    }
    String only = value.replaceAll("\\D", "");
    return only.substring(Math.max(0, only.length() - digits));
  }
}
