package io.parley.run;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.Registration;
import io.parley.farend.Service;
import io.parley.phone.Phone;
import io.parley.phone.SrtpMode;
import io.parley.profile.Profile;
import io.parley.report.allure.Reports;
import io.parley.result.RunInfo;
import io.parley.sip.Credentials;
import io.parley.trial.Trial;
import io.parley.trial.TrialEvent;
import io.parley.trial.TrialSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tries a real phone until all is shown, its time is over, or its tester ends it. */
final class Trialling {
  private final TrialRequest request;
  private final Profile profile;
  private final Phone phone;
  private final Consumer<TrialEvent> display;
  private final Consumer<String> said;
  private final StopSwitch stop;
  private final String version;
  private final Attendance<TrialEvent> attendance;
  private final Trial trial;
  private boolean done;

  /**
   * A trial.
   *
   * @param display shown what happens; on the thread that runs the trial
   * @param said told where it listens, and how to set the phone up
   * @param stop says when to stop
   */
  Trialling(
      TrialRequest request,
      Profile profile,
      Phone phone,
      Consumer<TrialEvent> display,
      Consumer<String> said,
      StopSwitch stop,
      String version) {
    this.request = request;
    this.profile = profile;
    this.phone = phone;
    this.display = display;
    this.said = said;
    this.stop = stop;
    this.version = version;
    this.attendance = new Attendance<>(stop);
    this.trial = new Trial(settings(), attendance::happened);
  }

  private TrialSettings settings() {
    SrtpMode mode = request.mode().or(phone.sheet().srtp().standard()::value).orElse(SrtpMode.OFF);
    return new TrialSettings(
        phone,
        mode,
        profile,
        request.serve().listens().stream()
            .map(ServeRequest.Listen::transport)
            .collect(Collectors.toSet()),
        request.times(),
        request.serve().output().secrets());
  }

  /**
   * Runs it; everything is on disk when this returns.
   *
   * @throws UsageException when a place cannot be bound, or the reports not be begun
   */
  TrialOutcome run() {
    RunRequest.Output output = request.serve().output();
    Reports reports = new Reports(output.folder(), output.reports(output.secrets()));
    ServedResults results = new ServedResults(new RetoldCases(reports, reports, output.folder()));
    Credentials known = new Credentials(EmbeddedSbc.USER, EmbeddedSbc.PASSWORD);
    Service service = Service.of(trial, Registration.of(known, request.times().registration()));
    ServeRequest complete = MadeCertificate.completing(request.serve(), said);
    try (ServedPlaces places = ServedPlaces.open(complete, profile, trial, service)) {
      Instant started = Instant.now();
      begin(reports, places.names(), started);
      stop.arm(() -> {});
      instruct(places.names());
      trial.begin();
      attendUntilOver(results, started);
      farewell(places, results);
      reports.runFinished(false);
      return new TrialEnd(request, profile, phone, version)
          .write(trial.result(), places.names(), started);
    }
  }

  private void instruct(List<String> places) {
    places.forEach(p -> said.accept("serving " + profile.id() + " on " + p));
    said.accept(
        "Register the phone there: any number, user "
            + EmbeddedSbc.USER
            + ", password "
            + EmbeddedSbc.PASSWORD
            + ". Held against: "
            + phone.sheet().title());
  }

  private void begin(Reports reports, List<String> places, Instant started) {
    RunInfo info =
        RunInfo.of("certify " + phone.id(), String.join(", ", places), version, started)
            .software(Optional.of("Parley far end"))
            .labels(request.serve().output().labels())
            .notes(request.serve().output().notes())
            .build();
    Run.start(reports, info);
  }

  private void attendUntilOver(ServedResults results, Instant started) {
    Instant end = request.serve().time().map(started::plus).orElse(Instant.MAX);
    while (!done && stop.reason().isEmpty() && Instant.now().isBefore(end)) {
      attend(results);
    }
  }

  private void attend(ServedResults results) {
    attendance.turn(
        e -> take(e, results),
        now -> {
          trial.sweep(now);
          results.write(now);
        });
  }

  private void take(TrialEvent event, ServedResults results) {
    if (event instanceof TrialEvent.Recorded recorded) {
      results.add(recorded.result());
      return;
    }
    done |= event instanceof TrialEvent.Next next && next.words().isEmpty();
    display.accept(event);
  }

  /** Hangs up, waits for the answers, and writes what is left. */
  private void farewell(ServedPlaces places, ServedResults results) {
    places.hangUp();
    attendance.farewell(trial::isBusy, () -> attend(results));
    places.close();
    trial.end(Instant.now());
    attendance.takeAll(e -> take(e, results));
    results.writeAll();
  }
}
