package io.parley.farend;

import io.parley.profile.Profile;
import java.time.Duration;
import java.util.Optional;

/**
 * How an embedded SBC keeps sessions alive (RFC 4028).
 *
 * @param always the session interval it asks for in every call; empty = where the caller asks for
 *     one
 * @param least the least interval it takes, its Min-SE; empty = the profile's
 * @param patience how long at most it keeps a session that the other side does not refresh; empty =
 *     for the interval, as RFC 4028 §10 has it
 */
public record SessionPolicy(
    Optional<Duration> always, Optional<Duration> least, Optional<Duration> patience) {
  /** Only where the caller asks, and no less than the profile takes. */
  public static final SessionPolicy WHEN_ASKED =
      new SessionPolicy(Optional.empty(), Optional.empty());

  /** The longest interval that is agreed; half an hour, as RFC 4028 §4 recommends. */
  private static final Duration LONGEST = Duration.ofSeconds(1800);

  /** By the interval alone. */
  public SessionPolicy(Optional<Duration> always, Optional<Duration> least) {
    this(always, least, Optional.empty());
  }

  /** The same that asks for that interval in every call. */
  SessionPolicy always(Duration interval) {
    return new SessionPolicy(Optional.of(interval), least, patience);
  }

  /** The longest interval that it agrees to, in seconds. */
  int seconds() {
    return (int) always.orElse(LONGEST).toSeconds();
  }

  /** When a session that the other side does not refresh is over. */
  Duration unrefreshed(Duration byInterval) {
    return patience.filter(p -> p.compareTo(byInterval) < 0).orElse(byInterval);
  }

  /** The profile with the least interval. */
  Profile of(Profile profile) {
    return least.map(l -> profile.withLeastSession((int) l.toSeconds())).orElse(profile);
  }
}
