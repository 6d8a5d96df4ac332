package io.parley.run;

import io.parley.play.RunInfo;
import io.parley.play.RunListener;
import io.parley.profile.Profile;
import io.parley.report.allure.Reports;
import io.parley.serve.CallLogs;
import io.parley.serve.ServeEvent;
import io.parley.serve.ServedCall;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Plays a far end until its time is over, all calls told through one queue. What cannot be told in
 * time is counted and left out; the far end goes on serving.
 */
final class Serving {
  private static final int QUEUE = 20_000;
  private static final int BATCH = 200;
  private static final long WAIT_MILLIS = 100;

  /** How long calls that are hung up at the end may take to say so. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final ServeRequest request;
  private final Profile profile;
  private final Consumer<ServedCall> display;
  private final Consumer<String> said;
  private final StopSwitch stop;
  private final String version;
  private final BlockingQueue<ServeEvent> events = new ArrayBlockingQueue<>(QUEUE);
  private final LongAdder lost = new LongAdder();
  private final CallLogs logs;

  /**
   * A serving.
   *
   * @param profile whose part is played
   * @param display shown each ruling; on the thread that serves
   * @param said told what else there is to say
   * @param stop says when to stop
   */
  Serving(
      ServeRequest request,
      Profile profile,
      Consumer<ServedCall> display,
      Consumer<String> said,
      StopSwitch stop,
      String version) {
    this.request = request;
    this.profile = profile;
    this.display = display;
    this.said = said;
    this.stop = stop;
    this.version = version;
    this.logs = new CallLogs(profile, new AtomicInteger(), this::happened);
  }

  private void happened(ServeEvent event) {
    if (!events.offer(event)) {
      lost.increment();
    }
  }

  /**
   * Serves until it is over; everything is on disk when this returns.
   *
   * @param dial whom it calls itself
   * @throws UsageException when a place cannot be bound, or the reports not be begun
   */
  ServeOutcome serve(Optional<DialPlan> dial) {
    RunRequest.Output output = request.output();
    Reports reports = new Reports(output.folder(), output.reports(output.secrets()));
    ServedResults results = new ServedResults(new RetoldCases(reports, reports, output.folder()));
    try (ServedPlaces places = ServedPlaces.open(request, profile, logs)) {
      Instant started = Instant.now();
      begin(reports, places.names(), started);
      stop.arm(() -> {});
      places.names().forEach(p -> said.accept("serving " + profile.id() + " on " + p));
      dial.ifPresent(d -> d.call(places));
      boolean complete = attendUntilOver(results, started);
      farewell(places, results);
      Duration took = Duration.between(started, Instant.now());
      reports.runFinished(!complete);
      return outcome(results, complete, took);
    }
  }

  private void begin(RunListener reports, List<String> places, Instant started) {
    RunInfo info =
        new RunInfo(
            "serve " + profile.id(),
            String.join(", ", places),
            Optional.of("Parley far end"),
            version,
            request.calls().orElse(0),
            started,
            request.output().labels());
    try {
      reports.runStarted(info.noting(request.output().notes()));
    } catch (UncheckedIOException e) {
      throw new UsageException("--out " + e.getMessage());
    }
  }

  /** Whether it came to the end that was asked for, and was not cut short. */
  private boolean attendUntilOver(ServedResults results, Instant started) {
    Instant end = request.time().map(started::plus).orElse(Instant.MAX);
    while (Instant.now().isBefore(end)
        && results.count() < request.calls().orElse(Integer.MAX_VALUE)) {
      if (stop.reason().isPresent()) {
        return request.calls().isEmpty() && request.time().isEmpty();
      }
      attend(results);
    }
    return true;
  }

  /** Shows and writes what has happened; waits a moment for something to happen. */
  private void attend(ServedResults results) {
    try {
      ServeEvent first = events.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        take(first, results);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.stop("interrupted");
    }
    takeWaiting(results);
    Instant now = Instant.now();
    logs.sweep(now);
    results.write(now);
  }

  private void takeWaiting(ServedResults results) {
    List<ServeEvent> batch = new ArrayList<>();
    events.drainTo(batch, BATCH);
    batch.forEach(e -> take(e, results));
  }

  private void take(ServeEvent event, ServedResults results) {
    if (event instanceof ServeEvent.Judged judged) {
      display.accept(judged.call());
    } else if (event instanceof ServeEvent.Unsent unsent) {
      said.accept("call " + unsent.number() + "  could not be made: " + unsent.reason());
    } else if (event instanceof ServeEvent.Over over) {
      results.add(over.result());
    }
  }

  /** Hangs up, waits for the answers, and writes what is left. */
  private void farewell(ServedPlaces places, ServedResults results) {
    places.hangUp();
    Instant latest = Instant.now().plus(FAREWELL);
    while (logs.following() > 0 && Instant.now().isBefore(latest)) {
      attend(results);
    }
    places.close();
    logs.end(Instant.now());
    while (!events.isEmpty()) {
      takeWaiting(results);
    }
    results.writeAll();
  }

  private ServeOutcome outcome(ServedResults results, boolean complete, Duration took) {
    return new ServeOutcome(
        complete ? ExitCode.of(results.verdicts()) : ExitCode.INTERRUPTED,
        results.count(),
        results.passed(),
        logs.options(),
        logs.untold() + lost.sum(),
        took,
        request.output().written());
  }
}
