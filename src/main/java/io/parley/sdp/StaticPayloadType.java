package io.parley.sdp;

import java.util.Map;
import java.util.Optional;

/**
 * What a payload type below 96 means without an rtpmap (RFC 3551 §6, tables 4 and 5).
 *
 * @param name encoding name
 * @param clock clock rate in Hz; that of G.722 is 8000 though it samples at 16000 (RFC 3551 §4.5.2)
 * @param channels number of channels; 0 = one, not written
 */
public record StaticPayloadType(String name, int clock, int channels) {
  private static final Map<Integer, StaticPayloadType> TABLE =
      Map.ofEntries(
          mono(0, "PCMU", 8000),
          mono(3, "GSM", 8000),
          mono(4, "G723", 8000),
          mono(5, "DVI4", 8000),
          mono(6, "DVI4", 16000),
          mono(7, "LPC", 8000),
          mono(8, "PCMA", 8000),
          mono(9, "G722", 8000),
          Map.entry(10, new StaticPayloadType("L16", 44100, 2)),
          mono(11, "L16", 44100),
          mono(12, "QCELP", 8000),
          mono(13, "CN", 8000),
          mono(14, "MPA", 90000),
          mono(15, "G728", 8000),
          mono(16, "DVI4", 11025),
          mono(17, "DVI4", 22050),
          mono(18, "G729", 8000),
          mono(25, "CelB", 90000),
          mono(26, "JPEG", 90000),
          mono(28, "nv", 90000),
          mono(31, "H261", 90000),
          mono(32, "MPV", 90000),
          mono(33, "MP2T", 90000),
          mono(34, "H263", 90000));

  private static Map.Entry<Integer, StaticPayloadType> mono(int type, String name, int clock) {
    return Map.entry(type, new StaticPayloadType(name, clock, 0));
  }

  /** The meaning of a payload type; empty for a dynamic or unassigned one. */
  public static Optional<StaticPayloadType> of(int payloadType) {
    return Optional.ofNullable(TABLE.get(payloadType));
  }
}
