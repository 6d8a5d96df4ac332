package io.parley.wire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a listener throws, even an overflowing stack, from ending a reader thread. */
record GuardedListener(WireListener inner) implements WireListener {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

  @Override
  public void received(Frame frame) {
    guard(() -> inner.received(frame));
  }

  @Override
  public void sending(Frame frame) {
    guard(() -> inner.sending(frame));
  }

  @Override
  public void broke(Flow flow, String reason) {
    guard(() -> inner.broke(flow, reason));
  }

  private static void guard(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      LOG.warn("A listener failed, the reader goes on: {}", e.toString());
      LOG.debug("Where it failed", e);
    }
  }
}
