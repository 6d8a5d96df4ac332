package io.parley.farend;

import io.parley.sip.SipMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Session-Expires header (RFC 4028 §4).
 *
 * @param seconds the session interval
 * @param refresher who refreshes, of the request's two sides; empty = not said
 */
record SessionExpires(int seconds, Optional<Refresher> refresher) {
  static final String NAME = "Session-Expires";
  static final String LEAST = "Min-SE";
  static final String TAG = "timer";

  private static final Pattern TEXT =
      Pattern.compile(
          "\\s*(\\d{1,9})\\s*(?:;.*?refresher\\s*=\\s*(uac|uas).*)?(?:;.*)?",
          Pattern.CASE_INSENSITIVE);

  /** Who refreshes. */
  enum Refresher {
    UAC,
    UAS
  }

  /** The one of a message, if it can be read. */
  static Optional<SessionExpires> of(SipMessage message) {
    return message.first(NAME).map(TEXT::matcher).filter(Matcher::matches).map(SessionExpires::of);
  }

  private static SessionExpires of(Matcher text) {
    Optional<Refresher> refresher =
        Optional.ofNullable(text.group(2)).map(r -> Refresher.valueOf(r.toUpperCase(Locale.ROOT)));
    return new SessionExpires(Integer.parseInt(text.group(1)), refresher);
  }

  /** The Min-SE of a message; 0 = none. */
  static int least(SipMessage message) {
    String text = message.first(LEAST).orElse("").split(";")[0].strip();
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** Whether a message says that its sender knows session timers. */
  static boolean supported(SipMessage message) {
    return message.list("Supported").contains(TAG) || message.list("Require").contains(TAG);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return seconds
        + refresher.map(r -> ";refresher=" + r.name().toLowerCase(Locale.ROOT)).orElse("");
  }
}
