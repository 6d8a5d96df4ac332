package io.parley.run;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.RunListener;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Plays one case, tells the listeners and keeps the result; called by all workers at once. */
final class CasePlayer implements Function<Case, CaseResult> {
  private final Function<Case, CaseResult> player;
  private final RunListener listener;
  private final StopSwitch stop;
  private final Optional<RunRequest.FailureLimit> limit;
  private final AtomicInteger failures = new AtomicInteger();
  private final Clock clock;
  private final Map<Case, CaseResult> results = new ConcurrentHashMap<>();

  /**
   * A player that keeps results.
   *
   * @param player plays a case that applies
   * @param listener told of every case, those not played included
   * @param stop asked before each case
   * @param limit how many cases that do not go well throw the switch
   * @param clock for cases that are not played
   */
  CasePlayer(
      Function<Case, CaseResult> player,
      RunListener listener,
      StopSwitch stop,
      Optional<RunRequest.FailureLimit> limit,
      Clock clock) {
    this.player = player;
    this.listener = listener;
    this.stop = stop;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public CaseResult apply(Case due) {
    listener.caseStarted(due);
    CaseResult result = resultOf(due);
    results.put(due, result);
    if (result.wentWrong()) {
      int count = failures.incrementAndGet();
      limit.filter(l -> count >= l.most()).ifPresent(l -> stop.stop(l.option() + " after " + due));
    }
    listener.caseFinished(result);
    return result;
  }

  /** The results so far, in the order of these cases; a case without one is left out. */
  List<CaseResult> results(List<Case> order) {
    return order.stream().filter(results::containsKey).map(results::get).toList();
  }

  private CaseResult resultOf(Case due) {
    Optional<String> reason = due.skip().or(() -> stop.reason().map(r -> "not played: " + r));
    if (reason.isPresent()) {
      return unplayed(due, Verdict.SKIPPED, List.of(), reason);
    }
    try {
      return player.apply(due);
    } catch (RuntimeException | StackOverflowError e) {
      return unplayed(due, Verdict.BROKEN, List.of(fault(due, e)), Optional.empty());
    }
  }

  private static Finding fault(Case due, Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " in " + trace[0];
    return Finding.of(
        FindingKind.HARNESS,
        due.scenario().at(),
        "that Parley plays the case",
        "Parley itself failed: " + e + place);
  }

  private CaseResult unplayed(
      Case due, Verdict verdict, List<Finding> findings, Optional<String> skip) {
    Instant now = clock.instant();
    return CaseResult.of(due, verdict, now, now).findings(findings).skip(skip).build();
  }
}
