package io.parley.run;

import io.parley.model.Case;
import io.parley.report.Secrets;
import io.parley.report.allure.Reports;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.RunListener;
import io.parley.target.Target;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plays cases at a target that is ready, and writes the reports. */
final class Run {
  private static final String SLOW = "slow";

  private static final int WORKERS = 48;

  private final RunRequest request;
  private final RunListener display;
  private final StopSwitch stop;
  private final String version;
  private final Clock clock = Clock.systemUTC();

  /**
   * A run.
   *
   * @param request what the user asked for
   * @param display shows how it gets on
   * @param stop says when to stop
   * @param version version of this program
   */
  Run(RunRequest request, RunListener display, StopSwitch stop, String version) {
    this.request = request;
    this.display = display;
    this.stop = stop;
    this.version = version;
  }

  /**
   * Plays the cases; everything is on disk when this returns.
   *
   * @param session the target, ready
   * @param selected the cases of the session, and those of other parts
   */
  RunOutcome play(Session session, Selected selected) {
    List<Case> cases = session.cases();
    Players players = session.players();
    RunRequest.Output output = request.output();
    Secrets secrets = output.secrets().knowing(session.passwords());
    Reports reports = new Reports(output.folder(), output.reports(secrets));
    Listeners listeners = new Listeners(List.of(reports, display));
    Instant started = clock.instant();
    listen(players, listeners);
    start(listeners, info(session, selected, started));
    CasePlayer casePlayer = casePlayer(session, listeners);
    suite(cases, workers(session.target()), reports).run(casePlayer, output.folder());
    List<CaseResult> results = new ArrayList<>(casePlayer.results(cases));
    // What an interruption cut off says nothing about the target.
    List<CaseResult> late =
        stop.interrupted() ? List.of() : players.finish().stream().map(selected::late).toList();
    // What came after its case had ended is a case of its own.
    new RetoldCases(listeners, reports, output.folder()).tell(late, 1);
    results.addAll(late);
    Duration took = Duration.between(started, clock.instant());
    Optional<String> unwritten = finish(reports);
    display.runFinished(stop.interrupted());
    RunOutcome outcome = outcome(cases, results.stream().map(secrets::mask).toList(), took);
    return unwritten.map(outcome::lacking).orElse(outcome);
  }

  private void listen(Players players, Listeners listeners) {
    stop.arm(players::hangUp);
    players.usual().whenCallAwaited(listeners::callAwaited);
    players.all().forEach(p -> p.whenMessageCrosses(listeners::messageCrossed));
  }

  private RunInfo info(Session session, Selected selected, Instant started) {
    return session
        .info(version, started)
        .labels(request.output().labels())
        .shard(selected.info())
        .notes(request.output().notes())
        .build();
  }

  private CasePlayer casePlayer(Session session, RunListener listeners) {
    return new CasePlayer(
        session.playing(stop, request.repetition()),
        listeners,
        stop,
        request.repetition().failures(),
        clock);
  }

  /** What of the reports could not be written: a full disk takes no verdict away. */
  private Optional<String> finish(Reports reports) {
    try {
      reports.runFinished(stop.interrupted());
      return Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Reports that cannot be begun are found out before a call is made. */
  static void start(RunListener listeners, RunInfo info) {
    try {
      listeners.runStarted(info);
    } catch (UncheckedIOException e) {
      throw new UsageException("--out " + e.getMessage());
    }
  }

  /**
   * Cases tagged as slow begin first: what waits for a timeout then waits beside the others, where
   * there is somebody to play them.
   */
  private CaseSuite suite(List<Case> cases, int workers, Reports reports) {
    List<Case> ordered =
        cases.stream()
            .sorted(Comparator.comparing(c -> workers == 1 || !c.scenario().tags().contains(SLOW)))
            .toList();
    return new CaseSuite(ordered, workers, reports.testNgListener());
  }

  private int workers(Target target) {
    return request.workers().orElse(Math.max(1, Math.min(WORKERS, target.limits().calls())));
  }

  private RunOutcome outcome(List<Case> cases, List<CaseResult> results, Duration took) {
    if (results.size() < cases.size()) {
      throw new IllegalStateException(
          "the engine played " + results.size() + " of " + cases.size() + " cases");
    }
    ExitCode code = stop.interrupted() ? ExitCode.INTERRUPTED : code(results);
    return new RunOutcome(code, results, took, request.output().written());
  }

  private ExitCode code(List<CaseResult> results) {
    ExitCode code = ExitCode.of(results.stream().map(CaseResult::verdict).toList());
    boolean flaky = results.stream().anyMatch(CaseResult::flaky);
    if (code == ExitCode.USAGE && request.selection().shard().isPresent()) {
      // The other parts have something to play; whether all of them together do, a merge tells.
      return ExitCode.PASSED;
    }
    return code == ExitCode.PASSED && flaky && request.repetition().failOnFlaky()
        ? ExitCode.FAILED
        : code;
  }
}
