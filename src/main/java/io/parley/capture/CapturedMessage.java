package io.parley.capture;

import io.parley.sip.SipMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * A SIP message as a capture or a trace has it.
 *
 * @param number the packet it begins in, or the line of a text, from 1
 * @param time when it was seen; empty where a text does not say
 * @param path between whom
 * @param message the message
 * @param cut whether its end is missing: a snap length, a hole in a stream, the end of the file
 */
public record CapturedMessage(
    long number, Optional<Instant> time, Path path, SipMessage message, boolean cut) {

  /**
   * Between whom a message went; addresses are text and are never looked up.
   *
   * @param transport {@code udp}, {@code tcp}; empty where it is not known
   * @param from {@code address:port} of the sender; empty where it is not known
   * @param to {@code address:port} of the receiver; empty where it is not known
   */
  public record Path(String transport, String from, String to) {
    /** Nothing is known. */
    public static final Path UNKNOWN = new Path("", "", "");
  }
}
