package io.parley.play.script;

import io.parley.model.Copies;
import io.parley.model.Interval;
import io.parley.model.TimeText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far the copies of a message are to be from each other.
 *
 * @param t1 the target's T1
 */
record Spacing(Duration t1) {
  /** However short an interval, a loaded machine may be that late. */
  private static final Duration LEAST_TOLERANCE = Duration.ofMillis(150);

  /** Longest interval between copies, in T1 (RFC 3261 §17.1.2.2: T2 is 4 s). */
  private static final int CAP = 8;

  private static final Duration SLACK = Duration.ofSeconds(1);

  /** What is wrong with the times of the copies that came so far. */
  Optional<String> objection(Copies copies, Series crossed) {
    List<Duration> gaps = crossed.gaps();
    for (int i = 0; i < Math.min(gaps.size(), copies.spacing().size()); i++) {
      Duration wanted = copies.spacing().get(i).at(t1);
      Duration off = gaps.get(i).minus(wanted).abs();
      if (off.compareTo(tolerance(copies, wanted)) > 0) {
        return Optional.of(
            "copy %s came %s after the one before, expected %s ± %s: %s"
                .formatted(
                    i + 1,
                    TimeText.of(gaps.get(i)),
                    TimeText.of(wanted),
                    TimeText.of(tolerance(copies, wanted)),
                    crossed.table()));
      }
    }
    return Optional.empty();
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
