package io.parley.sip;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The timer of one endpoint: a daemon thread that starts with the first task. */
public final class EndpointTimer {

  private EndpointTimer() {}

  /** A timer whose thread is named {@code <name>-timer}; a cancelled task is dropped at once. */
  public static ScheduledThreadPoolExecutor named(String name) {
    return new WatchedTimer(name + "-timer");
  }
}
