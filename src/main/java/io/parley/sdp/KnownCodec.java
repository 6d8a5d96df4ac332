package io.parley.sdp;

import io.parley.model.CodecSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A codec we know: how to write it when a scenario gives only its name.
 *
 * @param name encoding name as registered
 * @param clock RTP clock rate in Hz
 * @param channels number of channels in rtpmap; 0 = none written
 * @param payloadType the static type (RFC 3551), or the dynamic one commonly seen for it
 * @param fmtp the usual parameters; empty text = none
 */
public record KnownCodec(String name, int clock, int channels, int payloadType, String fmtp) {

  /**
   * The first row of a name is the one meant without a clock. G.722 has clock 8000 though it
   * samples at 16000 (RFC 3551 §4.5.2). Dynamic types follow public traces: SILK as Microsoft
   * Teams, opus as Zoom offer it.
   */
  private static final List<KnownCodec> TABLE =
      List.of(
          new KnownCodec("PCMU", 8000, 0, 0, ""),
          new KnownCodec("PCMA", 8000, 0, 8, ""),
          new KnownCodec("G722", 8000, 0, 9, ""),
          new KnownCodec("G729", 8000, 0, 18, "annexb=no"),
          new KnownCodec("GSM", 8000, 0, 3, ""),
          new KnownCodec("opus", 48000, 2, 102, "useinbandfec=1;maxaveragebitrate=40000"),
          new KnownCodec("SILK", 16000, 0, 104, ""),
          new KnownCodec("SILK", 8000, 0, 103, ""),
          new KnownCodec("iLBC", 8000, 0, 97, "mode=20"),
          new KnownCodec("speex", 8000, 0, 98, ""),
          new KnownCodec("speex", 16000, 0, 99, ""),
          new KnownCodec("AMR-WB", 16000, 0, 100, "octet-align=1"),
          new KnownCodec("AMR", 8000, 0, 96, "octet-align=1"),
          new KnownCodec("telephone-event", 8000, 0, 101, "0-16"),
          new KnownCodec("telephone-event", 16000, 0, 105, "0-16"),
          new KnownCodec("telephone-event", 48000, 0, 110, "0-16"),
          new KnownCodec("CN", 8000, 0, 13, ""),
          new KnownCodec("CN", 16000, 0, 118, ""));

  /** The names known, each once, in table order. */
  public static List<String> names() {
    return TABLE.stream().map(KnownCodec::name).distinct().toList();
  }

  /** The row that a spec means: name without case, and clock where written. */
  public static Optional<KnownCodec> of(CodecSpec spec) {
    return rows(spec.name())
        .filter(k -> spec.clock().isEmpty() || spec.clock().getAsInt() == k.clock)
        .findFirst();
  }

  /** Whether the name is known, whatever the clock. */
  public static boolean isKnown(String name) {
    return rows(name).findAny().isPresent();
  }

  /** What a codec is called in SDP that is commonly known by another name, as a sentence. */
  public static Optional<String> otherName(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")) {
      case "g711" -> Optional.of("G.711 is PCMU (mu-law) or PCMA (A-law).");
      case "g711u", "g711mu", "g711ulaw", "ulaw", "mulaw" -> Optional.of("G.711 mu-law is PCMU.");
      case "g711a", "g711alaw", "alaw" -> Optional.of("G.711 A-law is PCMA.");
      case "dtmf", "rfc2833", "rfc4733" -> Optional.of("DTMF in RTP is telephone-event.");
      default -> Optional.empty();
    };
  }

  private static Stream<KnownCodec> rows(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TABLE.stream().filter(k -> k.name.toLowerCase(Locale.ROOT).equals(lower));
  }
}
