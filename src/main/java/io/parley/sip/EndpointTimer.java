package io.parley.sip;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The timer of one endpoint: a daemon thread that starts with the first task. */
public final class EndpointTimer {

  private EndpointTimer() {}

  /** A timer whose thread is named {@code <name>-timer}; a cancelled task is dropped at once. */
  public static ScheduledThreadPoolExecutor named(String name) {
    ScheduledThreadPoolExecutor out =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread t = new Thread(task, name + "-timer");
              t.setDaemon(true);
              return t;
            });
    out.setRemoveOnCancelPolicy(true);
    return out;
  }
}
