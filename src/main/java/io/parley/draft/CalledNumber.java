package io.parley.draft;

import io.parley.capture.Invitation;
import io.parley.sdp.Sdp;
import io.parley.sip.SipUri;
import java.util.Optional;
import java.util.Set;

/** The number that a captured call was made to, where it matters. */
final class CalledNumber {
  /** Refusals that the called number may have brought about. */
  private static final Set<Integer> ABOUT_NUMBERS = Set.of(404, 410, 416, 484, 485, 604);

  private CalledNumber() {}

  /** The captured number where the refusal may be about it, or it is of a form of its own. */
  static Optional<String> of(Invitation call) {
    Optional<SipUri> uri = SipUri.of(call.invite().requestUri());
    boolean usual =
        uri.filter(u -> u.scheme().equals("sip"))
            .map(u -> user(u))
            .filter(n -> n.matches("\\+[1-9]\\d{1,14}"))
            .isPresent();
    boolean about =
        ABOUT_NUMBERS.contains(call.status())
            && call.invite().hasSdp()
            && Sdp.of(call.invite().body()).faults().stream().allMatch(f -> f.tolerable());
    return usual && !about ? Optional.empty() : uri.map(u -> user(u)).filter(n -> !n.isEmpty());
  }

  /** A number of the target that brings about what the callee, not the offer, brought about. */
  static Optional<String> role(Invitation call) {
    return switch (call.status()) {
      case 486, 600 -> Optional.of("\"${numbers.busy}\"");
      case 603 -> Optional.of("\"${numbers.declined}\"");
      default -> Optional.empty();
    };
  }

  private static String user(SipUri uri) {
    return uri.user().split("[;:]", 2)[0];
  }
}
