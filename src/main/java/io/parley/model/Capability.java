package io.parley.model;

import java.util.Locale;

/**
 * Something an SBC may be able to do and need not: a target names those it has, a scenario those it
 * needs ({@code when: { capability: session-timers }}).
 */
public enum Capability {
  /**
   * It ends the caller's dialog and begins one of its own, so that it repeats, times out and hangs
   * up by itself. A proxy does not (RFC 3261 §6, RFC 5853 §3).
   */
  B2BUA,
  /** It keeps sessions alive by refreshes and ends those that are not refreshed (RFC 4028). */
  SESSION_TIMERS,
  /** It takes reliable provisional responses, {@code 100rel} (RFC 3262). */
  RELIABLE_PROVISIONALS,
  /** It takes and passes UPDATE (RFC 3311). */
  UPDATE,
  /** It relays RTP: what reaches the ports it names comes out on the other side. */
  MEDIA,
  /** It registers users (RFC 3261 §10). */
  REGISTRATION,
  /**
   * It takes REFER (RFC 3515): passes it on, or carries out by itself what its far end asks for.
   */
  REFER,
  /** It routes calls that its far end makes: to the callers' side, or out again. */
  INWARD,
  /**
   * It knows a trunk of two servers, and goes on to the second one where the first answers 503 (RFC
   * 3261 §21.5.4).
   */
  FAILOVER,
  /**
   * It keeps asking the servers of that trunk with OPTIONS whether they are in service, and calls
   * none that stopped answering.
   */
  FAR_END_MONITORED;

  /** As files have it: {@code session-timers}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
