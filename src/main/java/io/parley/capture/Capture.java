package io.parley.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a capture or a trace.
 *
 * @param name the file's name, {@code standard input} for none
 * @param kind what it is: {@code pcap}, {@code pcapng}, {@code text}
 * @param messages the messages about calls, in order
 * @param tally what else was seen
 * @param damage why not all of it could be read; empty = all was
 */
public record Capture(
    String name, Kind kind, List<CapturedMessage> messages, Tally tally, Optional<String> damage) {

  /** What a file is. */
  public enum Kind {
    /** The classic libpcap format (draft-ietf-opsawg-pcap). */
    PCAP,
    /** draft-ietf-opsawg-pcapng. */
    PCAPNG,
    /** Messages as text, whatever stands around them. */
    TEXT;

    /** What its numbers count. */
    public String unit() {
      return this == TEXT ? "line" : "packet";
    }
  }

  /**
   * What was counted on the way.
   *
   * @param bytes size of what was read, unpacked
   * @param units packets or lines
   * @param sip SIP messages of any method
   * @param tls TCP segments that carry TLS records, whose content cannot be read
   * @param other packets of a link type that is not read, or start lines without a message
   * @param leftOut what was counted only, since it would not have gone into memory
   */
  public record Tally(long bytes, long units, long sip, long tls, long other, LeftOut leftOut) {}

  /**
   * Messages about calls that were counted only.
   *
   * @param invites INVITEs that begin a call, those sent again among them
   * @param finals how many final responses to INVITE there were of each status
   */
  public record LeftOut(long invites, Map<Integer, Long> finals) {
    /** Whether there were any. */
    public boolean any() {
      return invites > 0 || !finals.isEmpty();
    }
  }
}
