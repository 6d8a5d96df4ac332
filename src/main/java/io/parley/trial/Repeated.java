package io.parley.trial;

import io.parley.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks whether a phone repeats its INVITE where nothing comes back. */
final class Repeated {
  /** T1 (RFC 3261 §17.1.1.1), with what a busy machine adds or takes. */
  private static final Duration SOONEST = Duration.ofMillis(350);

  private static final Duration LATEST = Duration.ofMillis(1500);

  private static final String EXPECTED = "its INVITE again after 500 ms";

  private Repeated() {}

  /** Copies of its INVITE by timer A while we were silent; none over a stream (§17.1.1.2). */
  static List<Sighting> look(StepTrace trace) {
    return trace.dialled().map(invite -> look(trace, invite)).orElse(List.of());
  }

  private static List<Sighting> look(StepTrace trace, Crossed invite) {
    List<Instant> times = times(trace, invite);
    if (invite.frame().flow().transport().isStream()) {
      return times.size() == 1
          ? List.of()
          : broken(trace, "no copy over a stream", times.size() - 1 + " copies");
    }
    if (times.size() < 2) {
      return broken(trace, EXPECTED, "no copy of it");
    }
    Duration first = Duration.between(times.get(0), times.get(1));
    boolean good = first.compareTo(SOONEST) > 0 && first.compareTo(LATEST) < 0;
    return good ? List.of() : broken(trace, EXPECTED, "again after " + first.toMillis() + " ms");
  }

  /** When the INVITE came, until we said something. */
  private static List<Instant> times(StepTrace trace, Crossed invite) {
    Optional<Instant> spoke = trace.first(c -> !c.fromPhone()).map(c -> c.frame().time());
    Optional<String> branch = invite.message().branch();
    return trace.every(c -> c.dials() && c.message().branch().equals(branch)).stream()
        .map(Crossed::frame)
        .map(Frame::time)
        .filter(t -> spoke.map(t::isBefore).orElse(true))
        .toList();
  }

  private static List<Sighting> broken(StepTrace trace, String expected, String found) {
    return List.of(Sighting.by("RFC 3261 §17.1.1.2", trace.step(), false, expected, found));
  }
}
