package io.parley.run;

import io.parley.model.Case;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.play.Player;
import io.parley.result.CaseResult;
import io.parley.result.HookOutput;
import io.parley.target.Hooks;
import io.parley.target.Target;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Brings a target back that died: after a case that did not go well it is asked with OPTIONS (or
 * called, where it answers none when it is well), and when it does not answer the user's program is
 * started, with no case in progress. A case that was hit by the death, rather than the one that is
 * known to have caused it, is played once more.
 */
final class Revival implements Function<Case, CaseResult> {
  /** Between two questions whether it is back. */
  private static final long PAUSE_MILLIS = 200;

  private final Players players;
  private final Target target;
  private final Hooks.Hook hook;
  private final StopSwitch stop;
  private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);
  private final Object turn = new Object();
  private volatile int restarts;

  /**
   * A player that brings its target back.
   *
   * @param players play cases
   * @param target what is under test
   * @param hook what restarts it
   * @param stop whether the run goes on at all
   */
  Revival(Players players, Target target, Hooks.Hook hook, StopSwitch stop) {
    this.players = players;
    this.target = target;
    this.hook = hook;
    this.stop = stop;
  }

  @Override
  public CaseResult apply(Case due) {
    int before = restarts;
    CaseResult result = play(due);
    if (well(result)) {
      return result;
    }
    try {
      Optional<HookOutput> output = revive(due, before);
      boolean killed =
          result.findings().stream().anyMatch(f -> f.kind() == FindingKind.TARGET_DIED);
      CaseResult told =
          killed || restarts == before || stop.reason().isPresent() ? result : again(due);
      return output.map(told::with).orElse(told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return result;
    }
  }

  private static boolean well(CaseResult result) {
    return result.verdict() == Verdict.PASSED || result.verdict() == Verdict.SKIPPED;
  }

  private CaseResult play(Case due) {
    quiet.readLock().lock();
    try {
      return players.playKnowing(due);
    } finally {
      quiet.readLock().unlock();
    }
  }

  /** A second death in one case is no accident; it is left restarted for the next. */
  private CaseResult again(Case due) throws InterruptedException {
    int before = restarts;
    CaseResult result = play(due).noting("played again, as the target had died and was restarted");
    return well(result) || revive(due, before).isEmpty()
        ? result
        : result.noting("the target died in it a second time, and was restarted again");
  }

  /** Starts the program unless the target is alive, or was restarted since. */
  private Optional<HookOutput> revive(Case due, int known) throws InterruptedException {
    synchronized (turn) {
      if (restarts != known || stop.reason().isPresent() || answers(due)) {
        return Optional.empty();
      }
      quiet.writeLock().lock();
      try {
        return Optional.of(restart(due));
      } finally {
        quiet.writeLock().unlock();
      }
    }
  }

  private HookOutput restart(Case due) throws InterruptedException {
    HookOutput output = HookProcess.run(hook, Map.of("PARLEY_TARGET", target.name()));
    boolean alive = awaited(due);
    restarts++;
    players.all().forEach(Player::forgetControls);
    String after = alive ? "; the target answers again" : "; the target is still silent";
    return new HookOutput(
        output.hook(),
        output.command(),
        output.good() && alive,
        output.ended() + after,
        output.text());
  }

  private boolean awaited(Case due) throws InterruptedException {
    long end = System.nanoTime() + hook.within().toNanos();
    while (!answers(due)) {
      if (System.nanoTime() > end || stop.reason().isPresent()) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return true;
  }

  private boolean answers(Case due) throws InterruptedException {
    return players.silence(due).isEmpty();
  }
}
