package io.parley.play;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a state that another thread brings about, for five seconds at most. */
final class Deadline {
  private Deadline() {}

  static void until(BooleanSupplier state) {
    Instant end = Instant.now().plus(Duration.ofSeconds(5));
    while (!state.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("did not come about within 5 s");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
