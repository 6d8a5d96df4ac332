package io.parley.play.script;

import io.parley.model.Copies;
import io.parley.model.Interval;
import io.parley.model.TimeText;
import io.parley.play.stage.Lateness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the copies of a message are to be from each other.
 *
 * @param t1 the target's T1
 * @param lateness how late we saw them
 */
record Spacing(Duration t1, Lateness lateness) {
  /** However short an interval, a loaded machine may be that late. */
  private static final Duration LEAST_TOLERANCE = Duration.ofMillis(150);

  /** Longest interval between copies, in T1 (RFC 3261 §17.1.2.2: T2 is 4 s). */
  private static final int CAP = 8;

  private static final Duration SLACK = Duration.ofSeconds(1);

  /**
   * What is against the copies.
   *
   * @param words what is wrong, or cannot be told
   * @param late how late we were where it cannot be told; zero = it is wrong
   */
  record Objection(String words, Duration late) {}

  /** What is wrong with the times of the copies that came so far, or too uncertain to say. */
  Optional<Objection> objection(Copies copies, Series crossed) {
    List<Duration> gaps = crossed.gaps();
    for (int i = 0; i < Math.min(gaps.size(), copies.spacing().size()); i++) {
      Duration wanted = copies.spacing().get(i).at(t1);
      Duration tolerance = tolerance(copies, wanted);
      Duration off = gaps.get(i).minus(wanted).abs();
      Instant before = crossed.times().get(i);
      Instant seen = crossed.times().get(i + 1);
      boolean wrong = off.compareTo(tolerance) > 0;
      Duration late = wrong ? late(before, seen) : lateness.behind(seen);
      if (wrong || late.compareTo(tolerance) > 0) {
        String words =
            "copy %s came %s after the one before, expected %s ± %s: %s"
                .formatted(
                    i + 1,
                    TimeText.of(gaps.get(i)),
                    TimeText.of(wanted),
                    TimeText.of(tolerance),
                    crossed.table());
        return Optional.of(new Objection(words, late));
      }
    }
    return Optional.empty();
  }

  /** How late anything of ours was between both; zero where that changes nothing. */
  Duration late(Instant from, Instant seen) {
    Duration late = lateness.longest(from, seen);
    return late.compareTo(LEAST_TOLERANCE) < 0 ? Duration.ZERO : late;
  }

  private static Duration tolerance(Copies copies, Duration wanted) {
    Duration share = wanted.multipliedBy(copies.tolerance()).dividedBy(100);
    return share.compareTo(LEAST_TOLERANCE) < 0 ? LEAST_TOLERANCE : share;
  }

  /** What copies at the given times, or at doubling ones, need. */
  Duration needed(Copies copies) {
    Duration out = SLACK;
    for (int i = 0; i < Math.max(copies.times().least(), copies.spacing().size()); i++) {
      Interval next =
          i < copies.spacing().size()
              ? copies.spacing().get(i)
              : Interval.ofT1s(Math.min(1 << Math.min(i, CAP), CAP));
      Duration wanted = next.at(t1);
      out = out.plus(wanted).plus(tolerance(copies, wanted));
    }
    return out;
  }
}
