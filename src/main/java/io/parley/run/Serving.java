package io.parley.run;

import io.parley.farend.Observers;
import io.parley.profile.Profile;
import io.parley.report.allure.Reports;
import io.parley.result.RunInfo;
import io.parley.result.RunListener;
import io.parley.serve.CallLogs;
import io.parley.serve.OptionsWatch;
import io.parley.serve.ServeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Plays a far end until its time is over, all calls told through one queue. What cannot be told in
 * time is counted and left out; the far end goes on serving.
 */
final class Serving {
  private final ServeRequest request;
  private final Profile profile;
  private final Consumer<ServeEvent> display;
  private final Consumer<String> said;
  private final StopSwitch stop;
  private final String version;
  private final Attendance<ServeEvent> attendance;
  private final CallLogs logs;
  private final OptionsWatch options;

  /**
   * A serving.
   *
   * @param profile whose part is played
   * @param display shown each ruling, and what is to be said of OPTIONS; on the thread that serves
   * @param said told what else there is to say
   * @param stop says when to stop
   */
  Serving(
      ServeRequest request,
      Profile profile,
      Consumer<ServeEvent> display,
      Consumer<String> said,
      StopSwitch stop,
      String version) {
    this.request = request;
    this.profile = profile;
    this.display = display;
    this.said = said;
    this.stop = stop;
    this.version = version;
    this.attendance = new Attendance<>(stop);
    this.logs = new CallLogs(profile, new AtomicInteger(), attendance::happened);
    this.options = new OptionsWatch(profile, Instant.now(), attendance::happened);
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
    try (ServedPlaces places =
        ServedPlaces.open(MadeCertificate.completing(request, said), profile, watchers())) {
      Instant started = Instant.now();
      begin(reports, places.names(), started);
      stop.arm(() -> {});
      places.names().forEach(p -> said.accept("serving " + profile.id() + " on " + p));
      dial.ifPresent(d -> d.call(places));
      boolean complete = attendUntilOver(results, started);
      farewell(places, results);
      Duration took = Duration.between(started, Instant.now());
      reports.runFinished(!complete);
      return outcome(results, complete, took, places.unread());
    }
  }

  private Observers watchers() {
    return new Observers(List.of(logs, options));
  }

  private void begin(RunListener reports, List<String> places, Instant started) {
    RunInfo info =
        RunInfo.of("serve " + profile.id(), String.join(", ", places), version, started)
            .software(Optional.of("Parley far end"))
            .cases(request.calls().orElse(0))
            .labels(request.output().labels())
            .notes(request.output().notes())
            .build();
    Run.start(reports, info);
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
    attendance.turn(
        e -> take(e, results),
        now -> {
          logs.sweep(now);
          options.sweep(now);
          results.write(now);
        });
  }

  private void take(ServeEvent event, ServedResults results) {
    if (event instanceof ServeEvent.Unsent unsent) {
      said.accept("call " + unsent.number() + "  could not be made: " + unsent.reason());
    } else if (event instanceof ServeEvent.Over over) {
      results.add(over.result());
    } else {
      display.accept(event);
    }
    if (event instanceof ServeEvent.Refused refused) {
      results.addBesides(refused.result());
    } else if (event instanceof ServeEvent.Silent silent) {
      results.addBesides(silent.result());
    }
  }

  /** Hangs up, waits for the answers, and writes what is left. */
  private void farewell(ServedPlaces places, ServedResults results) {
    places.hangUp();
    attendance.farewell(() -> logs.following() > 0, () -> attend(results));
    places.close();
    logs.end(Instant.now());
    attendance.takeAll(e -> take(e, results));
    results.writeAll();
  }

  private ServeOutcome outcome(
      ServedResults results, boolean complete, Duration took, long unread) {
    return new ServeOutcome(
        complete ? ExitCode.of(results.verdicts()) : ExitCode.INTERRUPTED,
        results.count(),
        results.passed(),
        logs.options(),
        results.besides(),
        logs.untold() + attendance.lost(),
        unread,
        took,
        request.output().written());
  }
}
