package io.parley.cli;

import io.parley.run.CertifyOutcome;
import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.StopSwitch;
import io.parley.run.Version;

/** {@code parley certify}: plays a phone at an SBC and certifies what was shown. */
final class CertifyCommand {
  private final Console console;

  CertifyCommand(Console console) {
    this.console = console;
  }

  /** Plays, prints, and tells how the process ends. */
  ExitCode execute(CertifyOptions options) {
    StopSwitch stop = new StopSwitch();
    new SignalTrap(stop, console).install();
    CertifyOutcome outcome =
        new Parley(Version.text(), console::line)
            .certify(options.request(), new Progress(console, System::nanoTime), stop);
    new CertificateText(console.palette()).lines(outcome).forEach(console::line);
    return outcome.code();
  }
}
