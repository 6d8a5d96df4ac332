package io.parley.farend;

import java.util.List;
import java.util.concurrent.Future;

/**
 * The session timer of one leg.
 *
 * @param seconds the session interval
 * @param ours whether we refresh
 * @param pending what happens when half of it, or nearly all of it, is over
 */
record SessionClock(int seconds, boolean ours, List<Future<?>> pending) {

  /** Nothing of it happens any more. */
  void stop() {
    pending.forEach(p -> p.cancel(false));
  }
}
