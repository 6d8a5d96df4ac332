package io.parley.fake;

import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sends the INVITE of a transfer again, as a new call, when the first one is refused. */
final class RepeatsTransfer implements FaultyPath.Fault {
  private static final String AGAIN = "again-";
  private final Map<String, SipMessage> invites = new ConcurrentHashMap<>();

  @Override
  public Optional<String> request(SipMessage request) {
    if (request.method().equals("INVITE")) {
      invites.put(request.callId(), request);
    }
    return Optional.of(request.text());
  }

  @Override
  public List<String> further(SipMessage response) {
    SipMessage invite = invites.get(response.callId());
    boolean refused = response.cseqMethod().equals("INVITE") && response.status().orElse(0) >= 400;
    return invite == null || !refused ? List.of() : List.of(again(invite));
  }

  private static String again(SipMessage invite) {
    return invite
        .text()
        .replace(invite.callId(), AGAIN + invite.callId())
        .replace("branch=z9hG4bK", "branch=z9hG4bKagain");
  }

  /** Nobody on the near side knows of the second one. */
  @Override
  public Optional<String> response(SipMessage response) {
    return Optional.of(response.text()).filter(t -> !response.callId().startsWith(AGAIN));
  }
}
