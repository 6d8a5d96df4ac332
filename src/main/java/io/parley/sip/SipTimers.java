package io.parley.sip;

import java.time.Duration;

/**
 * The two times of RFC 3261 §17.1.1.1, for either lane.
 *
 * @param t1 round-trip estimate: the first retransmission; 64 of them end a transaction
 * @param t2 longest interval between copies of a request that is not an INVITE
 */
public record SipTimers(Duration t1, Duration t2) {
  /** 500 ms and 4 s. */
  public static final SipTimers STANDARD =
      new SipTimers(Duration.ofMillis(500), Duration.ofSeconds(4));
}
