package io.parley.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Programs of the user that a run starts at its turns: how the logs of an SBC reach the evidence,
 * and how one that died comes back. They are started as argument lists, never through a shell.
 *
 * @param beforeRun before the first message
 * @param afterFailedCase after each case that failed or broke
 * @param restartWhenDead when the target stopped answering
 */
public record Hooks(
    Optional<Hook> beforeRun, Optional<Hook> afterFailedCase, Optional<Hook> restartWhenDead) {

  /** No programs. */
  public static final Hooks NONE = new Hooks(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * One program.
   *
   * @param name its key in the target file
   * @param command the program and its arguments
   * @param folder where it runs: that of the target file
   * @param within how long it may take; then it is ended
   */
  public record Hook(String name, List<String> command, Path folder, Duration within) {

    /** Copies the list. */
    public Hook {
      command = List.copyOf(command);
    }
  }
}
