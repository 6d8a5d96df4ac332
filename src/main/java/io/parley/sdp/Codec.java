package io.parley.sdp;

import io.parley.model.CodecSpec;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One codec of a media section.
 *
 * @param payloadType RTP payload type 0..127 as written
 * @param name encoding name as written; empty text for a dynamic payload type that no rtpmap
 *     explains
 * @param clock clock rate in Hz; 0 where unknown
 * @param channels number of channels as written; 0 where not said, which means 1
 * @param fmtp value of its {@code a=fmtp} without the payload type
 * @param line 1-based number of its rtpmap line, of the m= line where it has none
 */
public record Codec(
    int payloadType, String name, int clock, int channels, Optional<String> fmtp, int line) {
  private static final Pattern RTPMAP =
      Pattern.compile("(\\d+)\\s+([^/\\s]+)/(\\d{1,7})(?:/(\\d{1,3}))?.*");

  /** Formats that accompany speech and cannot carry it alone. */
  private static final Set<String> COMPANIONS = Set.of("telephone-event", "cn", "red", "tone");

  static Codec read(int payloadType, Media media) {
    Optional<String> fmtp =
        media.attributeLines("fmtp").stream()
            .map(l -> l.attribute("fmtp").orElse(""))
            .filter(v -> v.startsWith(payloadType + " "))
            .map(v -> v.substring(v.indexOf(' ') + 1).strip())
            .findFirst();
    for (SdpLine line : media.attributeLines("rtpmap")) {
      Matcher m = RTPMAP.matcher(line.attribute("rtpmap").orElse(""));
      if (m.matches() && m.group(1).equals(Integer.toString(payloadType))) {
        int channels = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
        int clock = Integer.parseInt(m.group(3));
        return new Codec(payloadType, m.group(2), clock, channels, fmtp, line.number());
      }
    }
    return StaticPayloadType.of(payloadType)
        .map(
            s ->
                new Codec(
                    payloadType, s.name(), s.clock(), s.channels(), fmtp, media.line().number()))
        .orElse(new Codec(payloadType, "", 0, 0, fmtp, media.line().number()));
  }

  /** Whether two payload types mean the same codec: name without case, clock, channels. */
  public boolean same(Codec other) {
    return !name.isEmpty()
        && name.equalsIgnoreCase(other.name)
        && clock == other.clock
        && Math.max(1, channels) == Math.max(1, other.channels);
  }

  /**
   * Whether this is what the spec names: name without case; clock, channels and payload type only
   * when the spec says them.
   */
  public boolean fits(CodecSpec spec) {
    return name.equalsIgnoreCase(spec.name())
        && clock == spec.clock().orElse(clock)
        && Math.max(1, channels) == Math.max(1, spec.channels().orElse(channels))
        && payloadType == spec.payloadType().orElse(payloadType);
  }

  /** Whether it can carry speech by itself: not telephone-event, comfort noise, redundancy. */
  public boolean isSpeech() {
    return !name.isEmpty() && !COMPANIONS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** {@code name/clock[/channels]}; {@code payload type 97 (no rtpmap)} where it has no name. */
  @Override
  public String toString() {
    if (name.isEmpty()) {
      return "payload type " + payloadType + " (no rtpmap)";
    }
    return name + "/" + clock + (channels > 1 ? "/" + channels : "");
  }
}
