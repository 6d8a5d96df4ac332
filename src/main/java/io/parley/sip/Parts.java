package io.parley.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A message cut into parts of about the same size. */
final class Parts {
  private Parts() {}

  /** The parts, none empty. */
  static List<byte[]> of(byte[] bytes, int wanted) {
    int count = Math.max(1, Math.min(wanted, bytes.length));
    List<byte[]> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) bytes.length * i / count);
      int to = (int) ((long) bytes.length * (i + 1) / count);
      out.add(Arrays.copyOfRange(bytes, from, to));
    }
    return out;
  }

  /** Hands out each part, with a pause between two; an interrupt ends the pauses. */
  static void each(List<byte[]> parts, Duration pause, Consumer<byte[]> send) {
    for (int i = 0; i < parts.size(); i++) {
      try {
        TimeUnit.NANOSECONDS.sleep(i == 0 ? 0 : pause.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      send.accept(parts.get(i));
    }
  }
}
