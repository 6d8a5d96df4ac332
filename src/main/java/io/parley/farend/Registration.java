package io.parley.farend;

import io.parley.sip.Credentials;
import java.time.Duration;
import java.util.Optional;

/**
 * How users register (RFC 3261 §10).
 *
 * @param credentials what everybody must show, by MD5, since phones do no other; empty = only users
 *     of the role {@code guarded} must
 * @param longest the longest binding that is granted, whatever is asked (§10.3 step 8)
 * @param always whether it is taken where the profile does not name REGISTER
 */
public record Registration(Optional<Credentials> credentials, Duration longest, boolean always) {
  private static final Duration LONGEST = Duration.ofSeconds(7200);

  /** As the profile says. */
  public static final Registration USUAL = new Registration(Optional.empty(), LONGEST, false);

  /** Everybody must show credentials, and comes again soon. */
  public static Registration of(Credentials credentials, Duration longest) {
    return new Registration(Optional.of(credentials), longest, true);
  }
}
