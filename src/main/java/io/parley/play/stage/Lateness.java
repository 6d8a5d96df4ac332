package io.parley.play.stage;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.SourcePosition;
import io.parley.model.TimeText;
import io.parley.sip.Stalls;
import java.time.Duration;
import java.time.Instant;

/**
 * How late we were, as far as one case is concerned: the whole process, as its sentinel saw, the
 * worker that plays the case, as it sees by what it waited for, and the timers of our endpoints and
 * of an embedded SBC. Nothing that time decides is held against the target for a time in which we
 * were late ourselves.
 */
public final class Lateness {
  /** One wait is not made longer than by its longest stall and this. */
  private static final Duration MOST = Duration.ofSeconds(60);

  /** Whoever sees something this long after a stall sees it because the stall is over. */
  private static final Duration JUST = Duration.ofMillis(100);

  private final Sentinel process;
  private final Stalls worker = new Stalls();

  /** Of a case that begins. */
  public Lateness(Sentinel process) {
    this.process = process;
  }

  /**
   * The worker waited for something, and went on.
   *
   * @param due when it could have gone on
   * @param woke when it did
   */
  public void waited(Instant due, Instant woke) {
    worker.note(due, woke);
  }

  /** The longest that we were late at some time between both; zero = never. */
  public Duration longest(Instant from, Instant to) {
    Duration waits = max(process.stalls().longest(from, to), worker.longest(from, to));
    return max(waits, Stalls.ofTimers().longest(from, to));
  }

  /** How much sooner than we saw it something may have come. */
  public Duration behind(Instant seen) {
    return process.stalls().longest(seen.minus(JUST), seen);
  }

  /** How much longer than planned to wait, for a wait that began then. */
  public Duration grace(Instant from) {
    Instant now = Instant.now();
    Duration lost = max(process.stalls().lost(from, now), worker.lost(from, now));
    Duration most = longest(from, now).plus(MOST);
    return lost.compareTo(most) < 0 ? lost : most;
  }

  /** That something could not be checked because we were late. */
  public static Finding finding(
      SourcePosition at, String expected, Duration late, String happened) {
    return Finding.of(
        FindingKind.OWN_LATENESS,
        at,
        expected,
        "this machine was "
            + TimeText.of(late)
            + " late meanwhile, so nobody can tell: "
            + happened);
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
