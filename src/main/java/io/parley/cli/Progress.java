package io.parley.cli;

import io.parley.model.Case;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.RunListener;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how a run gets on: one line that is rewritten on a terminal, plain lines elsewhere. Cases
 * that did not go well are named as soon as they are over.
 */
final class Progress implements RunListener {
  private static final long REFRESH = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long REPORT = TimeUnit.SECONDS.toNanos(5);

  private final Console console;
  private final LongSupplier clock;
  private Counts counts = Counts.NONE;
  private int total;
  private int done;
  private long started;
  private long shown;

  /**
   * A display.
   *
   * @param console where it shows
   * @param clock nanoseconds, as {@link System#nanoTime}
   */
  Progress(Console console, LongSupplier clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public synchronized void runStarted(RunInfo run) {
    total = run.cases();
    started = clock.getAsLong();
    shown = started;
    console.line(
        cases(total) + part(run) + " at " + run.target() + " (" + run.targetAddress() + ")");
    if (console.terminal()) {
      show(started);
    }
  }

  @Override
  public synchronized void callAwaited(Case waiting, String number) {
    console.line(waiting + " waits for a call to " + number);
  }

  @Override
  public synchronized void caseFinished(CaseResult result) {
    done++;
    counts = counts.and(result);
    if (result.wentWrong() || result.flaky()) {
      console.line(console.palette().outcome(result) + "  " + result.played());
    }
    long now = clock.getAsLong();
    if (now - shown >= (console.terminal() ? REFRESH : REPORT)) {
      shown = now;
      show(now);
    }
  }

  @Override
  public synchronized void runFinished(boolean interrupted) {
    console.clear();
  }

  private void show(long now) {
    String text =
        String.format(
            Locale.ROOT,
            "%d/%d cases, %s, %.0f/s",
            done,
            total,
            counts.text(console.palette()),
            done * 1e9 / Math.max(1, now - started));
    if (console.terminal()) {
      console.live(text);
    } else {
      console.line(text);
    }
  }

  private static String part(RunInfo run) {
    return run.shard().map(s -> " (shard " + s.shard() + " of " + s.all().size() + ")").orElse("");
  }

  private static String cases(int count) {
    return count + (count == 1 ? " case" : " cases");
  }
}
