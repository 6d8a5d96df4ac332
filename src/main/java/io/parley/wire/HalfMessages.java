package io.parley.wire;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that the connections of one port hold of messages that are not whole. Any thread. */
final class HalfMessages {
  private final long most;
  private final AtomicLong held = new AtomicLong();

  HalfMessages(long most) {
    this.most = most;
  }

  /** Takes that many more; false, and none taken, where they are too many. */
  boolean take(int bytes) {
    if (held.addAndGet(bytes) > most) {
      held.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  /** Gives back what was taken. */
  void give(int bytes) {
    held.addAndGet(-bytes);
  }

  long held() {
    return held.get();
  }
}
