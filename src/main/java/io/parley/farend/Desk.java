package io.parley.farend;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What all parts of an SBC share. Everything runs on the executor's one thread, so that no call
 * needs a lock.
 *
 * @param settings how it is set up
 * @param table what is under way
 * @param speaker says things
 * @param registrar where users are
 * @param anchor our media addresses
 * @param probe finds out why the far end is silent; null where there is none
 * @param executor the one thread
 */
record Desk(
    SbcSettings settings,
    CallTable table,
    Speaker speaker,
    Registrar registrar,
    MediaAnchor anchor,
    FarEndProbe probe,
    ScheduledExecutorService executor) {

  /** Does something after a time, on the one thread. */
  Future<?> after(Duration time, Runnable work) {
    return executor.schedule(work, time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
