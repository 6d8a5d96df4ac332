package io.parley.wire;

/** What sockets tell: called on their threads, in the order of the wire; must not block. */
public interface WireListener {

  /** A message came in whole. */
  void received(Frame frame);

  /** A message is about to leave: told before the bytes go, so that no answer is told earlier. */
  void sending(Frame frame);

  /**
   * A stream ended or never came to be.
   *
   * @param flow which; local port 0 when no connection was made
   * @param reason in words, such as {@code connection refused}
   */
  void broke(Flow flow, String reason);
}
