package io.parley.farend;

import java.net.InetAddress;
import java.util.Optional;

/**
 * What an SBC does for those who register at it and call it.
 *
 * @param attendant what becomes of each call
 * @param registration how users register
 * @param unlisted an address that is not on its access list, on which all others are; empty = it
 *     has no list
 * @param checks whether it answers connectivity checks to the candidates that it names
 * @param refer what it does with a REFER of the far end
 */
public record Service(
    Attendant attendant,
    Registration registration,
    Optional<InetAddress> unlisted,
    boolean checks,
    ReferPolicy refer) {

  /** As the profile says; there is no access list. */
  public static final Service USUAL = of(Attendant.NONE, Registration.USUAL);

  /** Whoever comes is served. */
  public static Service of(Attendant attendant, Registration registration) {
    return new Service(attendant, registration, Optional.empty(), false, ReferPolicy.PASS);
  }

  /** The same whose access list lacks an address. */
  Service refusing(Optional<InetAddress> stranger) {
    return new Service(attendant, registration, stranger, checks, refer);
  }

  /** The same that answers connectivity checks, or does not. */
  Service answeringChecks(boolean so) {
    return new Service(attendant, registration, unlisted, so, refer);
  }

  /** The same that does something else with a REFER. */
  Service referred(ReferPolicy policy) {
    return new Service(attendant, registration, unlisted, checks, policy);
  }
}
