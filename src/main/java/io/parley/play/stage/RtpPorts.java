package io.parley.play.stage;

import io.parley.target.PortRange;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * RTP ports to name in SDP: even ones, in turn, each case its own as long as the range lasts (RFC
 * 3550 §11).
 */
public final class RtpPorts {
  private final int first;
  private final int count;
  private final AtomicInteger next = new AtomicInteger();

  /** The even ports of that range, in turn. */
  public RtpPorts(PortRange range) {
    first = range.first() + (range.first() & 1);
    count = Math.max(1, (range.last() - first) / 2);
  }

  /** The next even port. */
  public int next() {
    return first + 2 * Math.floorMod(next.getAndIncrement(), count);
  }
}
