package io.parley.play;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.ReceiveStep;
import io.parley.model.SourcePosition;
import io.parley.model.Verdict;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Event;
import io.parley.play.agent.Mailbox;
import io.parley.play.agent.Party;
import io.parley.play.check.Descriptions;
import io.parley.play.script.Performance;
import io.parley.play.stage.Lateness;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.OptionsAnswer;
import io.parley.play.stage.Stage;
import io.parley.result.CaseResult;
import io.parley.result.Recorder;
import io.parley.wire.TlsSettings;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One case on one worker, from its first message to its verdict: one mailbox, actors as data; the
 * script, then the clean-up.
 */
final class CaseRun {
  private final Case played;
  private final Stage stage;
  private final NumberPool.Lease lease;
  private final Recorder recorder;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Mailbox mailbox;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Cast cast;
  private final Performance performance;
  private final Instant started = Instant.now();
  private final Lateness lateness;

  /**
   * Sets up a run.
   *
   * @param leases as many as the case has numbers on one side at once, one at least
   */
  CaseRun(Case played, Stage stage, List<NumberPool.Lease> leases) {
    this.played = played;
    this.stage = stage;
    this.lease = leases.get(0);
    this.recorder = new Recorder(entry -> stage.crossed().accept(played, entry));
    this.cast = new Cast(played, stage, leases, recorder, events);
    this.lateness = new Lateness(stage.sentinel());
    this.mailbox = new Mailbox(events, lateness);
    this.performance =
        new Performance(played, stage, leases.get(0), cast, mailbox, recorder, findings, notes);
  }

  /** Ends the script as soon as the worker looks; the wire is cleaned as ever. Thread-safe. */
  void hangUp() {
    events.add(new Event.HungUp());
  }

  /** Plays the script, cleans the wire, and tells all. Never throws. */
  CaseResult run() {
    Optional<String> cleaned = Optional.empty();
    try {
      cast.begin();
      if (cast.caller().isEmpty() && awaitsCall()) {
        stage.awaited().accept(played, cast.all().iterator().next().called());
      }
      performance.play();
      recorder.cleanupBegins();
      cleaned = new Cleanup(stage, cast.all(), mailbox, performance::automatic, findings).run();
      performance.leftovers();
      notes.addAll(cast.notes());
      descriptions();
      stillAlive();
      certificates();
    } catch (InterruptedException e) {
      findings.add(fault("the run was interrupted"));
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      stage.faults().accept(played, e);
      findings.add(fault(String.valueOf(e.getMessage())));
    } finally {
      cast.end();
      overtaken();
    }
    return result(cleaned);
  }

  /** An SBC that only has to ask with OPTIONS needs nobody to dial. */
  private boolean awaitsCall() {
    return played.scenario().steps().stream()
        .anyMatch(s -> s instanceof ReceiveStep.Request r && r.method().equals("INVITE"));
  }

  private Finding fault(String what) {
    return Finding.of(
        FindingKind.HARNESS, played.scenario().at(), "the case to be played to its end", what);
  }

  /** Whether what the target described hangs together from one message to the next. */
  private void descriptions() {
    if (played.scenario().malformed()) {
      return;
    }
    for (Party party : cast.all()) {
      SourcePosition at = Optional.ofNullable(party.last().place()).orElse(played.scenario().at());
      Descriptions told = Descriptions.of(party.name(), at, party.leg().received());
      findings.addAll(told.findings());
      notes.addAll(told.notes());
    }
  }

  /** A call that went wrong may have failed at the certificate that the SBC showed our far end. */
  private void certificates() {
    Optional<TlsSettings> tls =
        stage.target().tls().filter(s -> s.mutual() && s.verify() && stage.playsFarEnd());
    if (findings.isEmpty() || tls.isEmpty()) {
      return;
    }
    for (String reason : stage.calleeBoard().refusedSince(started)) {
      String rules = tls.get().rules().name().toLowerCase(Locale.ROOT);
      findings.add(
          Finding.of(
              FindingKind.CERTIFICATE,
              played.scenario().at(),
              "a certificate of the SBC that our far end takes (certificate-rules: " + rules + ")",
              reason));
    }
  }

  /** After something malformed the target is asked whether it is alive. */
  private void stillAlive() throws InterruptedException {
    boolean reached = findings.stream().noneMatch(f -> f.kind() == FindingKind.UNREACHABLE);
    if (!played.scenario().malformed() || !reached) {
      return;
    }
    Party caller = cast.caller().orElseThrow();
    InetSocketAddress address = stage.target().address(played.id().profile(), caller.transport());
    if (stage.habit().ignores(caller.transport(), address)) {
      return; // a good call will tell
    }
    OptionsAnswer answer = stage.liveness().ask(played.id().profile(), caller.transport(), address);
    if (!answer.alive()) {
      findings.add(
          Finding.of(
              FindingKind.TARGET_DIED,
              played.scenario().at(),
              "the target to be alive after the malformed message",
              answer.words()));
    }
  }

  /** What was put into the mailbox while the case ended is late too. */
  private void overtaken() {
    for (Event event = events.poll(); event != null; event = events.poll()) {
      if (event instanceof Event.Arrived arrived) {
        stage.late().arrived(played.id(), arrived.party(), arrived.arrival(), arrived.again());
      }
    }
  }

  private CaseResult result(Optional<String> cleaned) {
    new OwnFault(lateness, started, stage.target().timers().t1(), played.scenario())
        .own(findings, recorder.entries());
    Verdict verdict = Verdict.of(findings);
    boolean unfinished = performance.isUnfinished();
    if (verdict == Verdict.PASSED && unfinished) {
      findings.add(fault("the script ended before every step was decided"));
      verdict = Verdict.BROKEN;
    }
    Optional<String> skip = Optional.empty();
    if (performance.isHungUp() && verdict != Verdict.FAILED && unfinished) {
      findings.clear();
      verdict = Verdict.SKIPPED;
      skip = Optional.of(Unplayed.CUT_OFF);
    }
    return CaseResult.of(played, verdict, started, Instant.now())
        .findings(List.copyOf(findings))
        .notes(List.copyOf(notes))
        .steps(performance.results(recorder))
        .transcript(recorder.entries())
        .cleanup(cleaned)
        .skip(skip)
        .build();
  }
}
