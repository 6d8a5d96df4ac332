package io.parley.sdp;

import io.parley.model.CodecSpec;
import io.parley.model.CryptoSpec;
import io.parley.model.DtlsSpec;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamDraft;
import io.parley.model.StreamSpec;
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
   * What a description says of its streams, as a spec to build the next one on: as many streams in
   * the same order, codecs with their payload types (RFC 3264 §8.3.2), suites, ICE. Address, port
   * and direction of streams in use are left open.
   */
  public static OfferSpec spec(Sdp former) {
    List<StreamSpec> streams = former.media().stream().map(Continuity::stream).toList();
    if (streams.isEmpty()) {
      return OfferSpec.EMPTY;
    }
    OfferSpec out = OfferSpec.of(streams.get(0));
    return streams.size() == 1 ? out : out.withMore(streams.subList(1, streams.size()));
  }

  private static StreamSpec stream(Media media) {
    StreamDraft out = new StreamDraft().kind(media.kind()).protocol(media.protocol());
    if (media.protocol().contains("RTP/")) {
      out.codecs(media.codecs().stream().map(Continuity::codec).toList());
    } else {
      out.formats(media.formats()).attributes(attributes(media));
    }
    if (media.isRejected()) {
      out.port(0);
    }
    return out.srtp(keys(media))
        .ice(ice(media.ice()))
        .ptime(media.ptime())
        .rtcpMux(media.rtcpMux())
        .done();
  }

  private static List<String> attributes(Media media) {
    return media.lines().stream()
        .filter(l -> l.type() == 'a' && l.direction().isEmpty())
        .map(SdpLine::value)
        .toList();
  }

  private static IceSpec ice(Ice ice) {
    if (!ice.isPresent()) {
      return IceSpec.NONE;
    }
    return ice.lite() ? IceSpec.LITE : IceSpec.FULL;
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
    List<CryptoSpec> lines =
        media.cryptos().stream().map(c -> CryptoSpec.of(c.suite()).withTag(c.tag())).toList();
    if (media.fingerprint().isPresent()) {
      Fingerprint print = Fingerprint.read(media.fingerprint().get());
      return new SrtpSpec.Dtls(
          new DtlsSpec(print.hash(), Optional.empty(), Optional.empty()), lines);
    }
    return lines.isEmpty() ? new SrtpSpec.None() : new SrtpSpec.Sdes(lines);
  }

  /**
   * The description with the keys, the fingerprints and the ICE credentials of the former one where
   * both have them and the spec does not ask for others.
   */
  static Sdp keep(Sdp fresh, Optional<Sdp> former, OfferSpec spec) {
    if (former.isEmpty()) {
      return fresh;
    }
    StringBuilder out = new StringBuilder();
    keep(out, fresh.sessionLines(), former.get().sessionLines(), spec.audio());
    for (int i = 0; i < fresh.media().size(); i++) {
      List<Media> streams = former.get().media();
      keep(
          out,
          fresh.media().get(i).lines(),
          i < streams.size() ? streams.get(i).lines() : List.of(),
          spec.stream(i).orElse(spec.audio()));
    }
    return Sdp.of(out.toString());
  }

  private static void keep(
      StringBuilder out, List<SdpLine> fresh, List<SdpLine> former, StreamSpec spec) {
    for (SdpLine line : fresh) {
      out.append(former(line, former, spec).orElse(line.text())).append(line.end());
    }
  }

  private static Optional<String> former(SdpLine line, List<SdpLine> former, StreamSpec spec) {
    return key(line)
        .filter(k -> isKept(k, spec))
        .flatMap(
            k ->
                former.stream()
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
        .or(() -> line.attribute("fingerprint").map(v -> "fingerprint:" + v.split("\\s+")[0]))
        .or(() -> line.attribute("ice-ufrag").map(v -> "ice-ufrag"))
        .or(() -> line.attribute("ice-pwd").map(v -> "ice-pwd"));
  }

  private static boolean isKept(String key, StreamSpec spec) {
    if (key.startsWith("crypto:")) {
      return spec.srtp().map(SrtpSpec::keys).orElse(List.of()).stream()
          .allMatch(CryptoSpec::keepsKey);
    }
    if (key.startsWith("fingerprint:")) {
      return spec.srtp()
          .filter(SrtpSpec.Dtls.class::isInstance)
          .flatMap(s -> ((SrtpSpec.Dtls) s).dtls().fingerprint())
          .isEmpty();
    }
    return spec.ice().map(IceSpec::keepsCredentials).orElse(true);
  }
}
