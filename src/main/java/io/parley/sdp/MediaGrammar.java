package io.parley.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of a media section (RFC 8866 §5.14, §6.6; RFC 3551 for payload types). */
final class MediaGrammar {
  private static final int LAST_PAYLOAD_TYPE = 127;
  private static final int FIRST_DYNAMIC = 96;
  private static final Pattern RTPMAP =
      Pattern.compile("(\\d{1,9})\\s+([^/\\s]+/\\d{1,9}(?:/\\S+)?)\\s*");

  private final Media media;
  private final List<SdpFault> faults = new ArrayList<>();

  private MediaGrammar(Media media) {
    this.media = media;
  }

  static List<SdpFault> check(Media media) {
    MediaGrammar grammar = new MediaGrammar(media);
    grammar.mediaLine();
    grammar.connection();
    if (media.protocol().contains("RTP/")) {
      grammar.formats();
      grammar.rtpmaps();
    }
    return grammar.faults;
  }

  private void mediaLine() {
    SdpLine line = media.line();
    if (media.kind().isEmpty()) {
      fault(line, "m= is empty (RFC 8866 §5.14)");
    } else if (media.port() < 0) {
      fault(line, "m= needs a port 0..65535 (RFC 8866 §5.14)");
    } else if (media.protocol().isEmpty()) {
      fault(line, "m= has no transport protocol (RFC 8866 §5.14)");
    } else if (media.formats().isEmpty()) {
      fault(line, "m= names no format (RFC 8866 §5.14)");
    }
  }

  private void connection() {
    if (media.addressLine().isEmpty()) {
      // Nothing is ever sent to a rejected stream, so its address is not missed.
      faults.add(
          new SdpFault(
              media.line().number(),
              "no c= for this stream, neither here nor at session level (RFC 8866 §5.7)",
              media.isRejected()));
    }
  }

  private void formats() {
    Set<String> seen = new HashSet<>();
    for (String format : media.formats()) {
      if (!isPayloadType(format)) {
        fault(media.line(), "'" + format + "' is not a payload type 0..127 (RFC 3551)");
      } else if (!seen.add(format)) {
        fault(media.line(), "payload type " + format + " twice in m= (RFC 8866 §5.14)");
      } else if (isUnexplained(Integer.parseInt(format))) {
        faults.add(
            new SdpFault(
                media.line().number(),
                "dynamic payload type " + format + " has no rtpmap (RFC 8866 §6.6)",
                true));
      }
    }
  }

  private boolean isUnexplained(int payloadType) {
    return payloadType >= FIRST_DYNAMIC
        && !media.isRejected()
        && Codec.read(payloadType, media).name().isEmpty();
  }

  private static boolean isPayloadType(String format) {
    return format.matches("\\d{1,3}") && Integer.parseInt(format) <= LAST_PAYLOAD_TYPE;
  }

  private void rtpmaps() {
    Map<String, String> mapped = new HashMap<>();
    for (SdpLine line : media.attributeLines("rtpmap")) {
      Matcher m = RTPMAP.matcher(line.attribute("rtpmap").orElse(""));
      if (!m.matches() || !isPayloadType(m.group(1))) {
        unreadable(line);
        continue;
      }
      remapped(line, Integer.parseInt(m.group(1)), m.group(2));
      String earlier = mapped.putIfAbsent(m.group(1), m.group(2));
      if (earlier != null && !earlier.equalsIgnoreCase(m.group(2))) {
        fault(line, "payload type " + m.group(1) + " is already " + earlier + " (RFC 8866 §6.6)");
      }
    }
  }

  /** A type that means something without its rtpmap can be read all the same. */
  private void unreadable(SdpLine line) {
    String type = line.attribute("rtpmap").orElse("").split("\\s", 2)[0];
    boolean known = isPayloadType(type) && StaticPayloadType.of(Integer.parseInt(type)).isPresent();
    String what = "a=rtpmap must be 'type name/clock[/channels]' (RFC 8866 §6.6)";
    faults.add(new SdpFault(line.number(), what, known));
  }

  /** Well formed, and what it means is for the receiver to judge. */
  private void remapped(SdpLine line, int payloadType, String map) {
    StaticPayloadType.of(payloadType)
        .filter(s -> !map.split("/")[0].equalsIgnoreCase(s.name()))
        .ifPresent(
            s ->
                faults.add(
                    new SdpFault(
                        line.number(),
                        "payload type "
                            + payloadType
                            + " is "
                            + s.name()
                            + ", not "
                            + map
                            + " (RFC 3551 §6)",
                        true)));
  }

  private void fault(SdpLine line, String words) {
    faults.add(new SdpFault(line.number(), words, false));
  }
}
