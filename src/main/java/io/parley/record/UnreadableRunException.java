package io.parley.record;

/** There is no run to be read; the message says where, what happened and what to do. */
public final class UnreadableRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With that message. */
  public UnreadableRunException(String message) {
    super(message, null, false, false);
  }
}
