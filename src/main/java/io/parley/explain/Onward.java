package io.parley.explain;

import io.parley.capture.CapturedCall;
import io.parley.capture.Invitation;
import io.parley.sip.SipUri;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the other side of a call in a capture that was taken on an SBC, where it is a call of its
 * own, since that tells who refused.
 */
final class Onward {
  /** Digits that two sides of a call share, whatever prefixes are added or taken off. */
  private static final int DIGITS = 7;

  /** How much later than the refusal the other side may still have begun, by another clock. */
  private static final Duration SLACK = Duration.ofMillis(5);

  /** How many calls after it are looked at: the other side begins soon, and captures are long. */
  private static final int NEAR = 200;

  private static final Pattern PORT = Pattern.compile(":\\d+$");

  private Onward() {}

  /** What the other side tells about a refusal; empty when there is none to be seen. */
  static Optional<String> of(CapturedCall call, List<CapturedCall> all) {
    Invitation refused = call.telling();
    if (!refused.refused() || !refused.initial()) {
      return Optional.empty();
    }
    int next = call.number();
    return all.subList(next, Math.min(all.size(), next + NEAR)).stream()
        .filter(c -> follows(c.telling(), refused))
        .findFirst()
        .map(c -> words(c, refused));
  }

  private static String words(CapturedCall onward, Invitation refused) {
    Invitation other = onward.telling();
    String leg =
        "call " + onward.number() + ", its way on from " + host(refused.request().path().to());
    if (other.status() == refused.status()) {
      return "refused further on: " + leg + ", got " + other.status() + " as well";
    }
    return other.answer().isEmpty()
        ? leg + " was not answered"
        : leg
            + ", got "
            + other.status()
            + ": what stands between made "
            + refused.status()
            + " of it";
  }

  /** Whether an INVITE left the host that another came to, for the same number, before its end. */
  private static boolean follows(Invitation other, Invitation first) {
    String host = host(first.request().path().to());
    boolean there = !host.isEmpty() && host.equals(host(other.request().path().from()));
    return there
        && other.initial()
        && other.request().number() > first.request().number()
        && number(other).length() >= DIGITS
        && number(other).equals(number(first))
        && beforeEnd(other, first);
  }

  private static boolean beforeEnd(Invitation other, Invitation first) {
    Optional<Instant> end = first.answer().flatMap(a -> a.time());
    Optional<Instant> began = other.request().time();
    return end.isEmpty() || began.isEmpty() || !began.get().isAfter(end.get().plus(SLACK));
  }

  private static String number(Invitation i) {
    String digits =
        SipUri.of(i.invite().requestUri())
            .map(u -> u.user().split("[;:]", 2)[0])
            .orElse("")
            .replaceAll("\\D", "");
    return digits.substring(Math.max(0, digits.length() - DIGITS));
  }

  private static String host(String address) {
    return PORT.matcher(address).replaceFirst("");
  }
}
