package io.parley.preflight;

import java.time.Duration;
import java.util.Optional;

/**
 * What one step of the preflight found.
 *
 * @param state how it went
 * @param subject what was looked at, for example {@code connect udp}
 * @param found what was found, in words
 * @param change what to change; empty = nothing
 * @param took how long it took; empty = nothing was waited for
 */
public record CheckLine(
    State state, String subject, String found, Optional<String> change, Optional<Duration> took) {

  /** How a step went. */
  public enum State {
    /** As it should be. */
    OK,
    /** Worth knowing; nothing is wrong for sure. */
    NOTE,
    /** The target misbehaves. */
    WRONG,
    /** The target cannot be reached. */
    UNREACHABLE,
    /** The target file must be changed. */
    SETUP
  }

  /** A line that says that something is as it should be. */
  public static CheckLine ok(String subject, String found) {
    return new CheckLine(State.OK, subject, found, Optional.empty(), Optional.empty());
  }

  static CheckLine note(String subject, String found) {
    return new CheckLine(State.NOTE, subject, found, Optional.empty(), Optional.empty());
  }

  static CheckLine of(State state, String subject, String found, String change) {
    return new CheckLine(state, subject, found, Optional.of(change), Optional.empty());
  }

  CheckLine after(Duration time) {
    return new CheckLine(state, subject, found, change, Optional.of(time));
  }
}
