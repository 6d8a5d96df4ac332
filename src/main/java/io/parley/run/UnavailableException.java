package io.parley.run;

/** What is under test could not be made ready, so nothing can be said about it. */
public final class UnavailableException extends RuntimeException {

  /**
   * A reason why no case can be played.
   *
   * @param message what is missing and what to do, one line
   */
  public UnavailableException(String message) {
    super(message, null, false, false);
  }
}
