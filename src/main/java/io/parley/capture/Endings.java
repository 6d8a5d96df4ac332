package io.parley.capture;

import io.parley.capture.CapturedMessage.Path;
import io.parley.sip.SipMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The BYEs of a capture, by the calls that they end. Belongs to one thread. */
final class Endings {
  /** Sent again, and on each hop where a proxy keeps the Call-ID: no call has many. */
  private static final int MOST = 32;

  private final Map<String, List<CapturedMessage>> byCall = new HashMap<>();

  /** Takes a BYE; a response to one says nothing. */
  void add(CapturedMessage bye) {
    SipMessage m = bye.message();
    if (m.isRequest()) {
      List<CapturedMessage> all = byCall.computeIfAbsent(m.callId(), k -> new ArrayList<>(2));
      if (all.size() < MOST) {
        all.add(bye);
      }
    }
  }

  /** The BYE of the call that an INVITE began, on its hop where the capture tells hops apart. */
  Optional<CapturedMessage> of(CapturedMessage invite) {
    SipMessage m = invite.message();
    List<CapturedMessage> all =
        byCall.getOrDefault(m.callId(), List.of()).stream()
            .filter(b -> isOfSide(b.message(), m.fromTag()))
            .toList();
    return all.stream()
        .filter(b -> hosts(b.path()).equals(hosts(invite.path())))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Both sides name the caller's tag: the one in From, the other in To (RFC 3261 §12.2.1.1). */
  private static boolean isOfSide(SipMessage bye, Optional<String> callerTag) {
    return callerTag.isEmpty() || bye.fromTag().equals(callerTag) || bye.toTag().equals(callerTag);
  }

  /** Between whom, whichever way: ports of TCP differ. */
  private static Set<String> hosts(Path path) {
    return new HashSet<>(List.of(host(path.from()), host(path.to())));
  }

  private static String host(String place) {
    int colon = place.lastIndexOf(':');
    return colon < 0 ? place : place.substring(0, colon);
  }
}
