package io.parley.play.check;

import io.parley.sdp.Codec;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code check} steps can name of a session description. */
final class SdpParts {
  private SdpParts() {}

  /** The values of a property; empty = the description has no such thing. */
  static Optional<List<String>> of(Sdp sdp, String name) {
    return switch (name) {
      case "streams" -> Optional.of(sdp.media().stream().map(Media::kind).toList());
      case "origin" -> origin(sdp);
      case "version" -> sdp.origin().map(o -> List.of(Long.toString(o.version())));
      default -> sdp.audio().flatMap(audio -> of(audio, name));
    };
  }

  /** The address in {@code o=} (RFC 8866 §5.2). */
  private static Optional<List<String>> origin(Sdp sdp) {
    return sdp.sessionLines().stream()
        .filter(l -> l.type() == 'o')
        .map(SdpLine::value)
        .map(v -> List.of(v.substring(v.lastIndexOf(' ') + 1)))
        .findFirst();
  }

  private static Optional<List<String>> of(Media audio, String name) {
    return switch (name) {
      case "codecs" -> Optional.of(audio.codecs().stream().map(Codec::toString).toList());
      case "formats" -> Optional.of(audio.formats());
      case "telephone-event" -> dtmf(audio);
      case "address" -> audio.address().map(List::of);
      case "port" -> Optional.of(List.of(Integer.toString(audio.port())));
      case "protocol" -> Optional.of(List.of(audio.protocol()));
      case "direction" -> Optional.of(List.of(audio.direction().name().toLowerCase(Locale.ROOT)));
      case "srtp" -> Optional.of(List.of(srtp(audio)));
      case "suites" -> Optional.of(audio.cryptos().stream().map(c -> c.suite()).toList());
      case "ice" -> Optional.of(List.of(ice(audio)));
      case "candidates" ->
          Optional.of(audio.attributeLines("candidate").stream().map(SdpParts::candidate).toList());
      case "rtcp-mux" -> Optional.of(List.of(Boolean.toString(audio.rtcpMux())));
      default ->
          audio.ptime().isPresent()
              ? Optional.of(List.of(Integer.toString(audio.ptime().getAsInt())))
              : Optional.empty();
    };
  }

  /** Payload types of telephone-event (RFC 4733), one for each clock; none = no such thing. */
  private static Optional<List<String>> dtmf(Media audio) {
    List<String> types =
        audio.codecs().stream()
            .filter(c -> c.name().equalsIgnoreCase("telephone-event"))
            .map(c -> Integer.toString(c.payloadType()))
            .toList();
    return types.isEmpty() ? Optional.empty() : Optional.of(types);
  }

  private static String srtp(Media audio) {
    if (!audio.cryptos().isEmpty()) {
      return "sdes";
    }
    return audio.fingerprint().isPresent() ? "dtls" : "none";
  }

  private static String ice(Media audio) {
    boolean there = audio.ice().isPresent() || !audio.ice().candidates().isEmpty();
    return there ? (audio.ice().lite() ? "lite" : "full") : "none";
  }

  /** Its address (RFC 8839 §5.1: the fifth field). */
  private static String candidate(SdpLine line) {
    String[] field = line.attribute("candidate").orElse("").split(" ");
    return field.length > 4 ? field[4] : "";
  }
}
