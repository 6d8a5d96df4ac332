package io.parley.wire;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a wire tells, for a test to wait for. */
final class Ear implements WireListener {
  private static final long SECONDS = 15;

  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

  @Override
  public void received(Frame frame) {
    frames.add(frame);
  }

  @Override
  public void sending(Frame frame) {}

  @Override
  public void broke(Flow flow, String reason) {
    ends.add(reason);
  }

  /** The next message. */
  Frame frame() throws InterruptedException {
    Frame out = frames.poll(SECONDS, TimeUnit.SECONDS);
    if (out == null) {
      throw new AssertionError("no message; ends: " + ends);
    }
    return out;
  }

  String text() throws InterruptedException {
    return new String(frame().bytes(), StandardCharsets.ISO_8859_1);
  }

  /** Why the next connection ended. */
  String end() throws InterruptedException {
    String out = ends.poll(SECONDS, TimeUnit.SECONDS);
    if (out == null) {
      throw new AssertionError("no connection ended; frames: " + frames);
    }
    return out;
  }
}
