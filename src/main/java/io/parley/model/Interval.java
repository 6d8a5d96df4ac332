package io.parley.model;

import java.time.Duration;

/**
 * A time between two messages, fixed or by the target's T1 (RFC 3261 §17.1.1.1).
 *
 * @param t1s so many T1; 0 = the fixed time
 * @param fixed the fixed time
 */
public record Interval(int t1s, Duration fixed) {
  /** So many T1. */
  public static Interval ofT1s(int count) {
    return new Interval(count, Duration.ZERO);
  }

  /** A fixed time. */
  public static Interval of(Duration fixed) {
    return new Interval(0, fixed);
  }

  /** How long that is for a target with that T1. */
  public Duration at(Duration t1) {
    return t1s > 0 ? t1.multipliedBy(t1s) : fixed;
  }

  /** As files have it: {@code 2*T1}, {@code 500ms}. */
  @Override
  public String toString() {
    return t1s == 0 ? fixed.toMillis() + "ms" : t1s == 1 ? "T1" : t1s + "*T1";
  }
}
