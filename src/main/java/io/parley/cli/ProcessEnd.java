package io.parley.cli;

import java.time.Duration;

/** Sees to it that the process ends, whatever hangs. */
final class ProcessEnd {
  private ProcessEnd() {}

  /**
   * Halts the process unless it ended before; returns at once.
   *
   * @param grace how long it may take
   * @param code the exit code then
   */
  static void within(Duration grace, int code) {
    Thread bound = new Thread(() -> halt(grace, code), "parley-end");
    bound.setDaemon(true);
    bound.start();
  }

  private static void halt(Duration grace, int code) {
    try {
      Thread.sleep(grace.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code);
  }
}
