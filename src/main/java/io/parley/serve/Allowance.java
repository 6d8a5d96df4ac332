package io.parley.serve;

import java.util.concurrent.atomic.AtomicLong;

/** What all calls that are followed may keep of their messages, in bytes. Any thread. */
final class Allowance {
  private final AtomicLong left;

  Allowance(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  /** Takes that many; false, and none taken, where they are not left. */
  boolean take(int bytes) {
    if (left.addAndGet(-bytes) < 0) {
      left.addAndGet(bytes);
      return false;
    }
    return true;
  }

  /** Gives back what was taken. */
  void give(long bytes) {
    left.addAndGet(bytes);
  }
}
