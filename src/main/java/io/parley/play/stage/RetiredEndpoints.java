package io.parley.play.stage;

import io.parley.sip.SipEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Raw-lane endpoints whose case is over. They listen on for as long as a transaction may live
 * (64×T1, RFC 3261 §17.1.1.2), so that no later case gets their port and a late answer is still
 * cleaned up; but no more than a bounded number of them.
 */
public final class RetiredEndpoints implements AutoCloseable {
  private static final Duration LIFE = Duration.ofSeconds(32);
  private static final int MOST = 64;

  private final Deque<Retired> retired = new ArrayDeque<>();

  private record Retired(SipEndpoint endpoint, Instant since) {}

  /** Takes an endpoint over and closes those whose time is up. */
  public void add(SipEndpoint endpoint) {
    Instant now = Instant.now();
    synchronized (this) {
      retired.add(new Retired(endpoint, now));
    }
    for (SipEndpoint due = due(now); due != null; due = due(now)) {
      due.close();
    }
  }

  private synchronized SipEndpoint due(Instant now) {
    Retired oldest = retired.peek();
    boolean over =
        oldest != null && (retired.size() > MOST || oldest.since().plus(LIFE).isBefore(now));
    return over ? retired.remove().endpoint() : null;
  }

  @Override
  public void close() {
    Deque<Retired> all;
    synchronized (this) {
      all = new ArrayDeque<>(retired);
      retired.clear();
    }
    all.forEach(r -> r.endpoint().close());
  }
}
