package io.parley.run;

import io.parley.result.HookOutput;
import io.parley.target.TargetPlan;
import io.parley.target.TargetUnavailableException;
import java.util.Map;
import java.util.Optional;

/** Starts the user's program that makes a target ready for a run. */
final class BeforeRun {
  private BeforeRun() {}

  /**
   * What it said; empty where there is none.
   *
   * @throws TargetUnavailableException when it did not end well
   */
  static Optional<HookOutput> of(TargetPlan plan) {
    return plan.hooks()
        .beforeRun()
        .map(
            hook -> {
              try {
                return good(HookProcess.run(hook, Map.of("PARLEY_TARGET", plan.name())));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TargetUnavailableException("hook before-run: it was interrupted");
              }
            });
  }

  private static HookOutput good(HookOutput output) {
    if (output.good()) {
      return output;
    }
    String said = output.text().strip();
    String last = said.substring(said.lastIndexOf('\n') + 1);
    throw new TargetUnavailableException(
        output.headline()
            + (last.isEmpty() ? "" : ": " + last)
            + ". Nothing was sent; run it by hand: "
            + String.join(" ", output.command()));
  }
}
