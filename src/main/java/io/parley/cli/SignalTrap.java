package io.parley.cli;

import io.parley.run.ExitCode;
import io.parley.run.StopSwitch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ends a run in an orderly way on Ctrl-C, a closed terminal or a termination request: no further
 * case starts, calls are hung up, results and reports are written. A second signal ends the process
 * at once. Whatever hangs, the process ends.
 */
final class SignalTrap {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /** Longest time from the first signal to the end: hanging up, the reports, what was started. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final StopSwitch stop;
  private final Console console;
  private final AtomicBoolean caught = new AtomicBoolean();

  /** Read at once: a class that is first needed at the signal may be gone by then. */
  private final int code = ExitCode.INTERRUPTED.number();

  SignalTrap(StopSwitch stop, Console console) {
    this.stop = stop;
    this.console = console;
  }

  /** Takes the signals; one that the parent process has switched off stays off. */
  void install() {
    for (String name : SIGNALS) {
      try {
        Signal.handle(new Signal(name), signal -> caught());
      } catch (IllegalArgumentException e) {
        // Not known on this platform, or kept by the virtual machine (-Xrs): it acts as it always
        // does.
      }
    }
  }

  private void caught() {
    if (!caught.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(code);
    }
    try {
      end();
    } catch (LinkageError e) {
      // The program file was replaced under the running process, so nothing more can be loaded.
      Runtime.getRuntime().halt(code);
    }
  }

  private void end() {
    ProcessEnd.within(GRACE, code);
    if (stop.interrupt()) {
      console.error("parley: interrupted; hanging up and writing reports (again: end at once)");
    } else {
      // Nothing was sent yet: only what was started for the run has to go, which shutdown hooks do.
      System.exit(code);
    }
  }
}
