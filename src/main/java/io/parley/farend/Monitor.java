package io.parley.farend;

import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks servers of the far end with OPTIONS whether they are in service, as SBCs do to keep a trunk
 * up (RFC 3261 §11): each time another request, so that what is learned is of now. A server that
 * leaves five in a row without a 2xx is out of service; the first 2xx brings it back. Confined to
 * the SBC's one thread.
 */
final class Monitor {
  /** One may get lost, and a busy server may be late with others. */
  private static final int MISSES = 5;

  private final Speaker speaker;
  private final Map<FarEndServer, Health> servers = new LinkedHashMap<>();

  /** What is known of a server. */
  private static final class Health {
    private SipMessage asked;
    private int missed;
  }

  /**
   * Knows nothing yet: all are in service.
   *
   * @param routes names the servers that are asked
   */
  Monitor(SbcRoutes routes, Speaker speaker) {
    this.speaker = speaker;
    routes.monitored().forEach(s -> servers.put(s, new Health()));
  }

  /** Whether calls may go there; a server that is not asked always is. */
  boolean isInService(FarEndServer server) {
    Health health = servers.get(server);
    return health == null || health.missed < MISSES;
  }

  /** Asks every one; what was not answered since the last time was missed. */
  void ask() {
    servers.forEach(this::ask);
  }

  private void ask(FarEndServer server, Health health) {
    if (health.asked != null) {
      health.missed++;
      speaker.abandon(health.asked.callId());
      health.asked = null;
    }
    try {
      health.asked = speaker.options(server.address());
    } catch (UncheckedIOException e) {
      health.missed++; // nobody can be reached there
    }
  }

  /** Takes a response that is of no call, if it answers a request of ours. */
  void answered(SipMessage response) {
    servers.values().stream()
        .filter(h -> h.asked != null && h.asked.callId().equals(response.callId()))
        .findFirst()
        .ifPresent(h -> taken(h, response.status().orElse(0)));
  }

  private static void taken(Health health, int status) {
    if (status >= 200) {
      health.missed = status < 300 ? 0 : health.missed + 1;
      health.asked = null;
    }
  }
}
