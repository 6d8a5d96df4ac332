package io.parley.yaml;

/** A document that is not JSON, ends too early, or has something else where a value must be. */
public final class JsonFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A fault.
   *
   * @param message line and column, what was expected, what was found
   */
  public JsonFault(String message) {
    super(message, null, false, false);
  }
}
