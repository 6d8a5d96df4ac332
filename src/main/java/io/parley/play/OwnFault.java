package io.parley.play;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Scenario;
import io.parley.model.Step;
import io.parley.play.stage.Lateness;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whose fault it is that something did not come, came too late or came again: where this process
 * was late by T1 at some time of the case nobody can tell, since that is when timers of SIP begin
 * to act (RFC 3261 §17.1.1.2), and the target had to act on what we did not do. Where a script
 * takes a server out of service, what comes where is a matter of shorter times.
 */
final class OwnFault {
  /** What a target's timers, or ours, decide. */
  private static final Set<FindingKind> BY_TIME =
      EnumSet.of(
          FindingKind.NO_ANSWER,
          FindingKind.NOT_RECEIVED,
          FindingKind.UNEXPECTED,
          FindingKind.REPETITION,
          FindingKind.CLEANUP,
          FindingKind.TARGET_DIED);

  /** What a target says that has waited long enough (RFC 3261 §21.4.9, §21.4.20, §21.5.5). */
  private static final Set<Integer> TIMED_OUT = Set.of(408, 480, 487, 504);

  /** However short T1 is set: less is an ordinary pause. */
  private static final Duration LEAST = Duration.ofMillis(150);

  private final Duration late;
  private final boolean matters;
  private final boolean outage;

  OwnFault(Lateness lateness, Instant started, Duration t1, Scenario scenario) {
    late = lateness.longest(started, Instant.now());
    outage = scenario.steps().stream().anyMatch(Step.ServerOutage.class::isInstance);
    matters = late.compareTo(LEAST) >= 0 && (outage || late.compareTo(t1) >= 0);
  }

  /** Puts in the place of each finding that may be our own fault one that says so. */
  void own(List<Finding> findings, List<TranscriptEntry> transcript) {
    if (matters) {
      findings.replaceAll(f -> isOurs(f, transcript) ? owned(f) : f);
    }
  }

  private boolean isOurs(Finding finding, List<TranscriptEntry> transcript) {
    return BY_TIME.contains(finding.kind())
        || outage && finding.kind() == FindingKind.CHECK
        || finding.kind() == FindingKind.STATUS
            && transcript.stream()
                .filter(e -> e.frame().way() == Frame.Way.IN)
                .map(TranscriptEntry::message)
                .anyMatch(m -> TIMED_OUT.contains(m.status().orElse(0)));
  }

  private Finding owned(Finding f) {
    Finding own =
        Lateness.finding(
            f.at().orElse(null), f.expected(), late, f.kind().prefix() + ", " + f.actual());
    return f.closest().map(own::withClosest).orElse(own);
  }
}
