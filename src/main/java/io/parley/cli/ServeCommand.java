package io.parley.cli;

import io.parley.run.ExitCode;
import io.parley.run.Parley;
import io.parley.run.ServeOutcome;
import io.parley.run.ServeRequest;
import io.parley.run.StopSwitch;

/** {@code parley serve}: plays a far end for a real SBC or phone. */
final class ServeCommand {
  private final Console console;

  ServeCommand(Console console) {
    this.console = console;
  }

  /** Serves, prints each ruling, and tells how the process ends. */
  ExitCode execute(ServeOptions options) {
    ServeRequest request = options.request();
    StopSwitch stop = new StopSwitch();
    new SignalTrap(stop, console).install();
    ServedText text = new ServedText(console.palette(), request.output().secrets());
    ServeOutcome outcome =
        new Parley(Version.text(), console::line)
            .serve(request, call -> text.lines(call).forEach(console::line), stop);
    text.end(outcome).forEach(console::line);
    return outcome.code();
  }
}
