package io.parley.run;

import io.parley.model.Case;
import io.parley.model.Verdict;
import io.parley.play.CaseResult;
import io.parley.play.HookOutput;
import io.parley.play.RunInfo;
import io.parley.play.RunListener;
import io.parley.report.Secrets;
import io.parley.report.allure.ReportOptions;
import io.parley.report.allure.Reports;
import io.parley.target.Hooks;
import io.parley.target.Target;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Plays cases at a target that is ready, and writes the reports. */
final class Run {
  private static final String SLOW = "slow";

  private static final int WORKERS = 32;

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
   * @param before what the program said that was started before the run
   */
  RunOutcome play(List<Case> cases, Target target, Players players, Optional<HookOutput> before) {
    RunRequest.Output output = request.output();
    Secrets secrets = new Secrets(output.keepSecrets(), output.maskNumbers());
    Reports reports = new Reports(output.folder(), new ReportOptions(output.html(), secrets));
    Listeners listeners = new Listeners(List.of(reports, display));
    Instant started = clock.instant();
    stop.arm(players::hangUp);
    players.usual().whenCallAwaited(listeners::callAwaited);
    players.all().forEach(p -> p.whenMessageCrosses(listeners::messageCrossed));
    start(listeners, info(cases, target, started, before.map(h -> h.with(secrets.mask(h.text())))));
    CasePlayer casePlayer =
        new CasePlayer(playing(target, players), listeners, stop, request.failFast(), clock);
    suite(cases, workers(target), reports).run(casePlayer, output.folder());
    List<CaseResult> results = new ArrayList<>(casePlayer.results(cases));
    // What an interruption cut off says nothing about the target.
    List<CaseResult> late = stop.interrupted() ? List.of() : players.finish();
    // What came after its case had ended is a case of its own.
    new RetoldCases(listeners, reports, output.folder()).tell(late, 1);
    results.addAll(late);
    Duration took = Duration.between(started, clock.instant());
    listeners.runFinished(stop.interrupted());
    return outcome(cases, results.stream().map(secrets::mask).toList(), took);
  }

  /** Plays a case, and starts the programs of the target file at their turns. */
  private Function<Case, CaseResult> playing(Target target, Players players) {
    Hooks hooks = target.hooks();
    Function<Case, CaseResult> out =
        hooks
            .restartWhenDead()
            .<Function<Case, CaseResult>>map(h -> new Revival(players, target, h, stop))
            .orElse(players::play);
    return hooks
        .afterFailedCase()
        .<Function<Case, CaseResult>>map(h -> new FailureHook(out, h, target.name()))
        .orElse(out);
  }

  /** Reports that cannot be begun are found out before a call is made. */
  private static void start(RunListener listeners, RunInfo info) {
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

  private RunInfo info(
      List<Case> cases, Target target, Instant started, Optional<HookOutput> before) {
    Optional<String> profile = cases.stream().findFirst().flatMap(c -> c.id().profile());
    return new RunInfo(
        target.name(),
        HostPort.of(target.address(profile)),
        target.software(),
        version,
        cases.size(),
        started,
        request.output().labels(),
        before);
  }

  private RunOutcome outcome(List<Case> cases, List<CaseResult> results, Duration took) {
    List<Verdict> verdicts = results.stream().map(CaseResult::verdict).toList();
    if (results.size() < cases.size()) {
      throw new IllegalStateException(
          "the engine played " + results.size() + " of " + cases.size() + " cases");
    }
    ExitCode code = stop.interrupted() ? ExitCode.INTERRUPTED : ExitCode.of(verdicts);
    return new RunOutcome(code, results, took, request.output().written());
  }
}
