package io.parley.wire;

/** Whether whoever sends over a stream waits for it. */
public enum Sending {
  /** Until the bytes are written, or a connection cannot be made, which is thrown. */
  WAITED_FOR,
  /**
   * Never: each peer has what waits for it written in its order, and a failure is told as the end
   * of a stream.
   */
  QUEUED
}
