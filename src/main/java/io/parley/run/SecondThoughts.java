package io.parley.run;

import io.parley.model.Case;
import io.parley.model.FindingKind;
import io.parley.result.CaseResult;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Whether a case may be played again: not where the user interrupted the run, where it would end
 * the same way, nor at a target that does not answer.
 */
final class SecondThoughts implements BiFunction<Case, CaseResult, Optional<String>> {
  private static final Set<FindingKind> FINAL = Set.of(FindingKind.LIMIT, FindingKind.DEADLOCK);

  private final StopSwitch stop;
  private final Predicate<Case> control;
  private final Players players;

  /**
   * Thinks again.
   *
   * @param stop whether the run was interrupted
   * @param control whether the control of a case lets it be played again
   * @param players ask the target after a case that did not reach it
   */
  SecondThoughts(StopSwitch stop, Predicate<Case> control, Players players) {
    this.stop = stop;
    this.control = control;
    this.players = players;
  }

  @Override
  public Optional<String> apply(Case due, CaseResult last) {
    if (stop.interrupted()) {
      return Optional.of(CaseResult.INTERRUPTED);
    }
    if (last.findings().stream().anyMatch(f -> FINAL.contains(f.kind()))) {
      return Optional.of("it would end the same way");
    }
    if (found(last, FindingKind.TARGET_DIED)) {
      return Optional.of("the target died of it");
    }
    if (found(last, FindingKind.UNREACHABLE)) {
      Optional<String> silent = silent(due);
      if (silent.isPresent()) {
        return silent;
      }
    }
    return control.test(due)
        ? Optional.empty()
        : Optional.of("its control call was not accepted either when played again");
  }

  private static boolean found(CaseResult last, FindingKind kind) {
    return last.findings().stream().anyMatch(f -> f.kind() == kind);
  }

  private Optional<String> silent(Case due) {
    try {
      return players.silence(due).map(words -> "the target is not there: " + words);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(CaseResult.INTERRUPTED);
    }
  }
}
