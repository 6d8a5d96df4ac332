package io.parley.target;

/** A target that could not be had: nothing can be said about it. */
public final class TargetUnavailableException extends RuntimeException {

  /**
   * A target that could not be had.
   *
   * @param message the target, what is missing and what to do, one line
   */
  public TargetUnavailableException(String message) {
    super(message, null, false, false);
  }
}
