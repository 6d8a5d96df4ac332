package io.parley.target;

/** A target cannot be made ready, through no fault of what the user wrote. */
public final class UnavailableTargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One line: what is missing, what to do.
   *
   * @param message the line
   */
  public UnavailableTargetException(String message) {
    super(message, null, false, false);
  }
}
