package io.parley.cli;

import io.parley.model.Case;
import io.parley.report.FindingText;
import io.parley.report.Secrets;
import io.parley.report.Trace;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.RunListener;
import io.parley.result.TranscriptEntry;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Prints what crosses the wire: as it crosses where one case is played at a time, else case by case
 * once each is over, so that cases that are played side by side do not mix.
 */
final class Messages implements RunListener {
  private static final long LAST_SECONDS = 5;

  private final Console console;
  private final Secrets secrets;
  private final RunListener display;
  private final boolean oneByOne;
  private final ExecutorService printing =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-messages");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean live;
  private Instant first;

  /**
   * Prints messages.
   *
   * @param console where it shows
   * @param secrets what is masked
   * @param display told of everything too
   * @param oneByOne whether cases are played one after the other
   */
  Messages(Console console, Secrets secrets, RunListener display, boolean oneByOne) {
    this.console = console;
    this.secrets = secrets;
    this.display = display;
    this.oneByOne = oneByOne;
  }

  @Override
  public void runStarted(RunInfo run) {
    live = oneByOne || run.cases() == 1;
    display.runStarted(run);
  }

  @Override
  public void caseStarted(Case started) {
    if (live && started.skip().isEmpty()) {
      print(
          () -> {
            first = null;
            return "# " + started.id() + "\n# " + started.scenario().title();
          });
    }
    display.caseStarted(started);
  }

  @Override
  public void callAwaited(Case waiting, String number) {
    display.callAwaited(waiting, number);
  }

  @Override
  public void messageCrossed(Case played, TranscriptEntry entry) {
    if (live) {
      print(
          () -> {
            first = first == null ? entry.frame().time() : first;
            return secrets.mask(Trace.of(entry, first)).stripTrailing();
          });
    }
  }

  @Override
  public void caseFinished(CaseResult result) {
    if (result.skip().isEmpty()) {
      print(
          () -> live ? "\n# " + FindingText.verdict(result) + "\n" : traces(secrets.mask(result)));
    }
    inTurn(() -> display.caseFinished(result));
  }

  /** Of every play of the case, oldest first. */
  private static String traces(CaseResult result) {
    return result.plays().stream().map(Trace::of).collect(Collectors.joining("\n"));
  }

  @Override
  public void runFinished(boolean interrupted) {
    printing.shutdown();
    try {
      printing.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    display.runFinished(interrupted);
  }

  /** Not on the thread that tells: it may be a socket's, and a terminal may be slow. */
  private void print(Supplier<String> text) {
    inTurn(() -> console.line(text.get()));
  }

  private void inTurn(Runnable work) {
    try {
      printing.execute(work);
    } catch (RejectedExecutionException e) {
      // The run is over; what comes now is in no report either.
      return;
    }
  }
}
