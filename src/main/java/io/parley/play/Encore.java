package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Plays a case again of which nobody can tell whose fault it was, since this machine was late: the
 * last play counts, and says so. It is no retry of the user's, and its passing is not flaky: the
 * target is not to blame for it.
 */
final class Encore {
  /** So often in all: whoever is late that many times is late all the time. */
  private static final int MOST = 3;

  private final Function<Case, CaseResult> player;
  private final BooleanSupplier over;

  /**
   * Sets up.
   *
   * @param player plays a case once
   * @param over whether nothing further is to be played
   */
  Encore(Function<Case, CaseResult> player, BooleanSupplier over) {
    this.player = player;
    this.over = over;
  }

  /** Plays a case, as often as it takes to tell. */
  CaseResult play(Case of) {
    CaseResult result = player.apply(of);
    for (int i = 1; i < MOST && wasLate(result) && isOurs(of) && !over.getAsBoolean(); i++) {
      Finding before = result.findings().get(0);
      result = player.apply(of).noting("played again: before, " + before.actual().split(",", 2)[0]);
    }
    return result;
  }

  /** Whether all that is against a case is that we were late. */
  static boolean wasLate(CaseResult result) {
    return result.verdict() == Verdict.BROKEN
        && result.findings().stream().allMatch(f -> f.kind() == FindingKind.OWN_LATENESS);
  }

  /** Nobody dials a second time for a case that waits for a call from outside. */
  private static boolean isOurs(Case of) {
    return of.scenario().actors().values().stream().anyMatch(a -> a.role() == Actor.Role.CALLER);
  }
}
