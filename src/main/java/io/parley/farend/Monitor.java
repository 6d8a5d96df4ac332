package io.parley.farend;

import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
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

  /** What is known of a server: the OPTIONS since its last 2xx, oldest first. */
  private static final class Health {
    private final Deque<String> unanswered = new ArrayDeque<>();

    /** One of them has its 2xx; what was asked after it is still open. */
    private void answered(String callId) {
      for (boolean older = unanswered.contains(callId); older; ) {
        older = !unanswered.removeFirst().equals(callId);
      }
    }
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
    // The last one may still be answered.
    return health == null || health.unanswered.size() <= MISSES;
  }

  /** Asks every one; what was not answered since the last time was missed. */
  void ask() {
    servers.forEach(this::ask);
  }

  private void ask(FarEndServer server, Health health) {
    if (!health.unanswered.isEmpty()) {
      speaker.abandon(health.unanswered.getLast());
    }
    if (health.unanswered.size() > MISSES) {
      health.unanswered.removeFirst();
    }
    health.unanswered.add(asked(server));
  }

  /** The Call-ID of the OPTIONS sent; empty where nobody can be reached. */
  private String asked(FarEndServer server) {
    try {
      return speaker.options(server.address()).callId();
    } catch (UncheckedIOException e) {
      return "";
    }
  }

  /**
   * Takes a response that is of no call, if it answers a request of ours. One that comes late shows
   * that the server was alive then, and nothing of what was asked since.
   */
  void answered(SipMessage response) {
    int status = response.status().orElse(0);
    if (status >= 200 && status < 300) {
      servers.values().forEach(h -> h.answered(response.callId()));
    }
  }
}
