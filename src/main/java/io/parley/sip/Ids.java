package io.parley.sip;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers that no other message of this machine carries: a seed per process and a counter.
 *
 * <p>Uniqueness is all that is wanted here; nothing of it is secret (RFC 3261 §8.1.1.7, §19.3).
 */
public final class Ids {
  /** What every branch of RFC 3261 starts with (§8.1.1.7). */
  public static final String MAGIC_COOKIE = "z9hG4bK";

  private static final String SEED =
      Long.toString(mix(System.nanoTime() ^ (ProcessHandle.current().pid() << 40)) >>> 14, 36);
  private static final AtomicLong COUNTER = new AtomicLong();

  private Ids() {}

  /** A branch: the magic cookie and a unique rest. */
  public static String branch() {
    return MAGIC_COOKIE + "-" + unique();
  }

  /** A tag for From or To. */
  public static String tag() {
    return unique();
  }

  /** A Call-ID without a host part. */
  public static String callId() {
    return unique() + "-call";
  }

  /**
   * The tag that this process gives to every answer to a request: the same for each response and
   * each retransmission (RFC 3261 §8.2.6.2, §8.2.7).
   */
  public static String tagFor(SipMessage request) {
    String identity =
        request.callId() + '|' + request.fromTag().orElse("") + '|' + request.topVia().orElse("");
    long h = 1125899906842597L;
    for (int i = 0; i < identity.length(); i++) {
      h = 31 * h + identity.charAt(i);
    }
    return SEED.substring(0, Math.min(4, SEED.length())) + Long.toString(mix(h) >>> 14, 36);
  }

  private static String unique() {
    return SEED + Long.toString(COUNTER.incrementAndGet(), 36);
  }

  private static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
