package io.parley.report;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sequence numbers of the streams in a capture (RFC 9293 §3.4), from 1 in each direction. */
final class TcpSequence {
  /** What fits into one IP packet beside the headers of IPv6 and TCP. */
  private static final int LARGEST = 65535 - 40 - 20;

  private final Map<Stream, Integer> next = new HashMap<>();

  private record Stream(InetSocketAddress from, InetSocketAddress to) {}

  /**
   * One TCP segment.
   *
   * @param sequence number of its first byte
   * @param acknowledged number of the next byte expected from the other side
   * @param last whether the message ends here, so that it is pushed
   * @param bytes its payload
   */
  record Segment(int sequence, int acknowledged, boolean last, byte[] bytes) {}

  /** Cuts a message into segments and counts it. */
  List<Segment> segments(InetSocketAddress from, InetSocketAddress to, byte[] message) {
    List<Segment> out = new ArrayList<>();
    Stream stream = new Stream(from, to);
    int acknowledged = next.getOrDefault(new Stream(to, from), 1);
    int at = 0;
    do {
      int end = Math.min(message.length, at + LARGEST);
      int sequence = next.getOrDefault(stream, 1);
      byte[] part = Arrays.copyOfRange(message, at, end);
      out.add(new Segment(sequence, acknowledged, end == message.length, part));
      next.put(stream, sequence + part.length);
      at = end;
    } while (at < message.length);
    return out;
  }
}
