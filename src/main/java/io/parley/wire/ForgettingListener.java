package io.parley.wire;

import java.util.function.Consumer;

/**
 * Takes a connection out of a table before its end is told.
 *
 * @param listener told of everything
 * @param forget takes it out
 */
record ForgettingListener(WireListener listener, Consumer<Flow> forget) implements WireListener {

  @Override
  public void received(Frame frame) {
    listener.received(frame);
  }

  @Override
  public void sending(Frame frame) {
    listener.sending(frame);
  }

  @Override
  public void broke(Flow flow, String reason) {
    forget.accept(flow);
    listener.broke(flow, reason);
  }
}
