package io.parley.match;

import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Of all messages received the one with the least distance from an expectation; the first among
 * equals.
 *
 * @param index its place in the list, from 0
 * @param message the message
 * @param match the comparison
 */
public record Closest(int index, SipMessage message, Match match) {

  /** Finds it; empty when there is no message. */
  public static Optional<Closest> among(
      List<SipMessage> messages, Function<SipMessage, Match> matcher) {
    Closest best = null;
    for (int i = 0; i < messages.size(); i++) {
      Match match = matcher.apply(messages.get(i));
      if (best == null || match.distance() < best.match.distance()) {
        best = new Closest(i, messages.get(i), match);
      }
    }
    return Optional.ofNullable(best);
  }

  /** The expectation beside the message, line by line. */
  public String sideBySide() {
    return SideBySide.render(match, message);
  }
}
