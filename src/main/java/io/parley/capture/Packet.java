package io.parley.capture;

import java.time.Instant;
import java.util.Optional;

/**
 * A packet of a capture file.
 *
 * @param number its place in the file, from 1, as Wireshark counts
 * @param time when it was captured; empty where the file does not say
 * @param linkType what it begins with (https://www.tcpdump.org/linktypes.html)
 * @param bytes what was captured of it
 * @param missing how many bytes of it were not captured (snap length)
 */
record Packet(long number, Optional<Instant> time, int linkType, byte[] bytes, int missing) {

  /** The same, captured at another time. */
  Packet at(Instant other) {
    return new Packet(number, Optional.of(other), linkType, bytes, missing);
  }
}
