package io.parley.preflight;

import io.parley.model.Finding;
import io.parley.target.Target;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to change when a good call does not go well, by what came back (RFC 3261 §21).
 *
 * @param target what is under test
 * @param number the number called
 * @param listen where our callees listen
 */
record Advice(Target target, String number, String listen) {
  private static final String MEDIA =
      "The trunk refuses a good offer of this profile: compare its codecs, SRTP and ICE with"
          + " 'profiles', or test it under another profile.";

  /** For the control call. */
  String of(OptionalInt status, Optional<Finding> finding) {
    return switch (status.orElse(0)) {
      case 401, 407 -> credentials();
      case 403 -> access();
      case 415, 488, 606 -> MEDIA;
      case 404, 480, 484, 500, 502, 503, 504, 604 -> route();
      default -> finding.flatMap(Finding::nextStep).orElse(access());
    };
  }

  /** The call has to come to our callees, or to somebody. */
  String route() {
    return target.farEnd() == Target.FarEnd.PARLEY
        ? "Route "
            + number
            + " to "
            + listen
            + " ('far-end: { listen }') on the SBC, and let it send calls there"
            + " without registration."
        : "Give a number under 'numbers: { callee }' that the SBC can reach; "
            + number
            + " was called.";
  }

  /** For OPTIONS; empty = nothing to change. */
  Optional<String> ofOptions(int status) {
    return switch (status) {
      case 401, 407 -> Optional.of(credentials());
      case 403 -> Optional.of(access());
      default -> Optional.empty();
    };
  }

  private String credentials() {
    return target.credentials().isPresent()
        ? "Check user and password under 'credentials', and the realm they are for on the SBC."
        : "Name user and password under 'credentials', or turn authentication off for this trunk.";
  }

  private String access() {
    return "Allow "
        + target.local().callerBind().getHostAddress()
        + " on the SBC's trunk or access list; where it wants a host name in Contact, set"
        + " 'local: { contact-host: … }'.";
  }
}
