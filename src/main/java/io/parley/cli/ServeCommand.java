package io.parley.cli;

import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.ServeOutcome;
import io.parley.run.ServeRequest;
import io.parley.run.StopSwitch;
import io.parley.run.TrialOutcome;
import io.parley.run.TrialRequest;
import io.parley.run.Version;
import java.util.Optional;

/** {@code parley serve}: plays a far end for a real SBC or phone. */
final class ServeCommand {
  private final Console console;

  ServeCommand(Console console) {
    this.console = console;
  }

  /** Serves, prints each ruling, and tells how the process ends. */
  ExitCode execute(ServeOptions options) {
    Optional<TrialRequest> trial = options.trial();
    return trial.isPresent() ? certify(trial.get()) : serve(options.request());
  }

  private ExitCode certify(TrialRequest request) {
    StopSwitch stop = new StopSwitch();
    new SignalTrap(stop, console).install();
    TrialText text = new TrialText(console.palette());
    TrialOutcome outcome =
        new Parley(Version.text(), console::line)
            .trial(request, event -> text.lines(event).forEach(console::line), stop);
    new CertificateText(console.palette())
        .lines(outcome.certificate(), outcome.page(), outcome.seal(), outcome.reports())
        .forEach(console::line);
    return outcome.code();
  }

  private ExitCode serve(ServeRequest request) {
    StopSwitch stop = new StopSwitch();
    new SignalTrap(stop, console).install();
    ServedText text = new ServedText(console.palette(), request.output().secrets());
    ServeOutcome outcome =
        new Parley(Version.text(), console::line)
            .serve(request, event -> text.lines(event).forEach(console::line), stop);
    text.end(outcome).forEach(console::line);
    return outcome.code();
  }
}
