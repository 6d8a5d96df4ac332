package io.parley.result;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one step went.
 *
 * @param text the step in words, for example {@code caller receives 488}
 * @param status how it went
 * @param started when it became due
 * @param ended when it was done or given up
 * @param entry index in the transcript of the message it sent or received; empty = none
 * @param note what to know about it
 */
public record StepResult(
    String text,
    Status status,
    Instant started,
    Instant ended,
    OptionalInt entry,
    Optional<String> note) {

  /** How a step went. */
  public enum Status {
    DONE,
    FAILED,
    /** Not reached, optional and not needed, or its condition did not hold. */
    PASSED_OVER
  }
}
