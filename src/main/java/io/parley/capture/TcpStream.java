package io.parley.capture;

import java.util.Map;
import java.util.TreeMap;

/**
 * One direction of a TCP connection (RFC 9293 §3.4): puts segments in order, drops what was sent
 * twice, and steps over what was not captured. Belongs to one thread.
 */
final class TcpStream {
  private static final int MOST_EARLY = 64;
  private static final int MOST_EARLY_BYTES = 128 * 1024;

  /** Further from what is expected, another connection with the same ports has begun. */
  private static final int WINDOW = 1 << 24;

  private final MessageCutter cutter;

  /** Segments ahead of a hole, by distance from the first byte of the stream. */
  private final Map<Long, Early> early = new TreeMap<>();

  private boolean open;
  private int next;
  private long position;
  private int earlyBytes;

  private record Early(byte[] bytes, int missing, Packet packet) {}

  TcpStream(MessageCutter cutter) {
    this.cutter = cutter;
  }

  /** A SYN: the stream begins anew behind it. */
  void synchronize(int sequence) {
    restart(sequence + 1);
  }

  /** A segment with data; {@code missing} bytes at its end were not captured. */
  void segment(int sequence, Payload data, int missing, Packet packet) {
    int ahead = sequence - next;
    if (!open || Math.abs((long) ahead) > WINDOW) {
      restart(sequence);
      ahead = 0;
    }
    if (ahead > 0) {
      keep(position + ahead, new Early(data.copy(), missing, packet));
    } else if (ahead + data.length() + missing > 0) {
      take(data.after(-ahead), missing, packet);
      drain();
    }
  }

  /** No more will come. */
  void end() {
    while (!early.isEmpty()) {
      skipHole();
    }
    cutter.broken();
  }

  private void restart(int sequence) {
    end();
    open = true;
    next = sequence;
  }

  private void take(Payload data, int missing, Packet packet) {
    cutter.add(data.bytes(), data.from(), data.to(), packet);
    advance(data.length() + missing);
    if (missing > 0) {
      cutter.broken();
    }
  }

  private void advance(int bytes) {
    next += bytes;
    position += bytes;
  }

  private void keep(long at, Early segment) {
    Early before = early.put(at, segment);
    earlyBytes += segment.bytes().length - (before == null ? 0 : before.bytes().length);
    while (early.size() > MOST_EARLY || earlyBytes > MOST_EARLY_BYTES) {
      skipHole();
    }
  }

  private void skipHole() {
    long to = early.keySet().iterator().next();
    cutter.broken();
    advance((int) (to - position));
    drain();
  }

  private void drain() {
    while (!early.isEmpty() && early.keySet().iterator().next() <= position) {
      long at = early.keySet().iterator().next();
      Early segment = early.remove(at);
      earlyBytes -= segment.bytes().length;
      int old = (int) (position - at);
      if (old < segment.bytes().length + segment.missing()) {
        Payload all = new Payload(segment.bytes(), 0, segment.bytes().length);
        take(all.after(old), segment.missing(), segment.packet());
      }
    }
  }
}
