package io.parley.capture;

/** A file in which nothing can be explained; the message says why, and what to do. */
public final class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A reason.
   *
   * @param message where, what was expected, what was found, what to do
   */
  public CaptureException(String message) {
    super(message, null, false, false);
  }
}
