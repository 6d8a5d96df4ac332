package io.parley.play.stage;

import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Scenario;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.Recorder;
import io.parley.sip.Arrival;
import io.parley.sip.SipListener;
import io.parley.sip.SipMessage;
import io.parley.sip.SipTimers;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * What arrives after its case ended, or belongs to none: one extra case, {@code late-messages},
 * which fails the run.
 */
public final class LateCalls implements AutoCloseable {
  private final ExecutorService answering =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-late");
            thread.setDaemon(true);
            return thread;
          });

  /** So long a call may still be talked about: 64×T1 (RFC 3261 §17.1.1.2). */
  private static final Duration MEMORY = Duration.ofSeconds(32);

  private static final SourcePosition NOWHERE = new SourcePosition("late-messages", 1, 1);

  private final List<Finding> findings = new ArrayList<>();
  private final Recorder recorder = new Recorder();
  private final Instant started = Instant.now();
  private final Sentinel sentinel;

  /** Has heard nothing yet; who was late is asked of the sentinel. */
  LateCalls(Sentinel sentinel) {
    this.sentinel = sentinel;
  }

  /** The line of a call whose case is over. */
  public Line lineOf(CaseId id, FormerParty party) {
    return new Line() {
      @Override
      public SipListener.Handling arrived(Arrival arrival) {
        LateCalls.this.arrived(id, party, arrival, party.record(arrival));
        return SipListener.Handling.DELIVER;
      }

      @Override
      public void left(Frame frame, SipMessage message) {}

      @Override
      public void failed(Flow flow, String reason) {}

      @Override
      public void timedOut(SipMessage request) {}
    };
  }

  /** A message of a case that is over. */
  public void arrived(CaseId id, FormerParty party, Arrival late, boolean again) {
    if (!again && !forgiven(late.message())) {
      note(id + " " + party.name(), late, "nothing after the case ended");
    }
    answer(() -> party.settleLate(late, again));
  }

  /** A provisional, an answer to our hang-up and a stray ACK say nothing new. */
  private static boolean forgiven(SipMessage m) {
    if (m.isRequest()) {
      return m.method().equals("ACK") || m.method().equals("OPTIONS");
    }
    return m.status().orElse(0) < 200
        || !m.method().equals("INVITE")
        || m.status().orElse(0) == 487;
  }

  /** Answers something off the socket thread. */
  void answer(Runnable task) {
    try {
      answering.execute(task);
    } catch (RejectedExecutionException e) {
      // The run is over; whoever still sends will hear nothing more.
      return;
    }
  }

  @Override
  public void close() {
    answering.shutdown();
  }

  /** A call that no case waits for. */
  void stranger(Arrival arrival) {
    note("no case", arrival, "no call that no case waits for");
  }

  private synchronized void note(String whose, Arrival arrival, String expected) {
    recorder.add("late", arrival.frame(), arrival.message());
    String wanted = expected + " (" + whose + ")";
    String came =
        arrival.message().startLine()
            + " arrived from "
            + Flow.text(arrival.frame().flow().remote());
    Instant now = Instant.now();
    Duration late = sentinel.stalls().longest(now.minus(MEMORY), now);
    findings.add(
        late.compareTo(SipTimers.STANDARD.t1()) < 0
            ? Finding.of(FindingKind.LATE, null, wanted, came)
            : Lateness.finding(null, wanted, late, came));
  }

  /** The extra case, if there is anything to tell. */
  public synchronized Optional<CaseResult> result() {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        CaseResult.of(extraCase(), Verdict.of(findings), started, Instant.now())
            .findings(List.copyOf(findings))
            .transcript(recorder.entries())
            .build());
  }

  private static Case extraCase() {
    Scenario scenario =
        Scenario.of(NOWHERE, "late-messages", "Messages that came after their case ended", "run")
            .requirement(
                Optional.of("After a case the target has nothing more to say about its calls"))
            .build();
    return new Case(
        CaseId.of("late-messages", Map.of(), Optional.empty()),
        scenario,
        Map.of(),
        Optional.empty());
  }
}
