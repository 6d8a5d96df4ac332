package io.parley.sdp;

import io.parley.model.CodecSpec;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a description later in a session keeps of the one before it (RFC 3264 §8): what was
 * described, the SRTP keys, the ICE credentials, since new credentials would ask for an ICE restart
 * (RFC 8445 §9).
 */
public final class Continuity {
  private Continuity() {}

  /**
   * What a description says of its audio, as a spec to build the next one on: codecs with their
   * payload types (RFC 3264 §8.3.2), suites, ICE. Address, port and direction are left open.
   */
  public static OfferSpec spec(Sdp former) {
    Optional<Media> audio = former.audio();
    return new OfferSpec(
        Optional.empty(),
        Optional.empty(),
        audio.map(m -> m.codecs().stream().map(Continuity::codec).toList()),
        audio.map(Continuity::keys),
        Optional.of(former.isIceLite() ? IceSpec.LITE : IceSpec.NONE),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        audio.map(Media::ptime).orElse(OptionalInt.empty()),
        audio.map(Media::rtcpMux),
        audio.map(Media::protocol),
        Optional.empty(),
        List.of());
  }

  private static CodecSpec codec(Codec codec) {
    return new CodecSpec(
        codec.name(),
        OptionalInt.of(codec.clock()),
        codec.channels() > 0 ? OptionalInt.of(codec.channels()) : OptionalInt.empty(),
        OptionalInt.of(codec.payloadType()),
        codec.fmtp());
  }

  private static SrtpSpec keys(Media media) {
    return media.cryptos().isEmpty()
        ? new SrtpSpec.None()
        : new SrtpSpec.Sdes(media.cryptos().stream().map(Crypto::suite).toList());
  }

  /** The description with the keys and ICE credentials of the former one where both have them. */
  static Sdp keep(Sdp fresh, Optional<Sdp> former) {
    if (former.isEmpty()) {
      return fresh;
    }
    StringBuilder out = new StringBuilder();
    for (SdpLine line : fresh.lines()) {
      out.append(former(line, former.get()).orElse(line.text())).append(line.end());
    }
    return Sdp.of(out.toString());
  }

  private static Optional<String> former(SdpLine line, Sdp former) {
    return key(line)
        .flatMap(
            k ->
                former.lines().stream()
                    .filter(l -> key(l).equals(Optional.of(k)))
                    .map(SdpLine::text)
                    .findFirst());
  }

  /** What a line must share with a former one to be replaced by it; empty = it stays. */
  private static Optional<String> key(SdpLine line) {
    Optional<String> crypto =
        line.attribute("crypto")
            .map(v -> v.split("\\s+", 3))
            .filter(f -> f.length == 3)
            .map(f -> "crypto:" + f[0] + " " + f[1]);
    return crypto
        .or(() -> line.attribute("ice-ufrag").map(v -> "ice-ufrag"))
        .or(() -> line.attribute("ice-pwd").map(v -> "ice-pwd"));
  }
}
