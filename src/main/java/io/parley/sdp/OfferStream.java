package io.parley.sdp;

import io.parley.model.CodecSpec;
import io.parley.model.CryptoSpec;
import io.parley.model.Direction;
import io.parley.model.IceSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one stream of an offer. */
final class OfferStream {
  private static final List<CodecSpec> AUDIO =
      List.of(CodecSpec.parse("PCMU"), CodecSpec.parse("PCMA"), CodecSpec.parse("telephone-event"));
  private static final List<CodecSpec> VIDEO = List.of(CodecSpec.parse("H264/90000"));

  /** What an endpoint says of T.38 over UDPTL (ITU-T T.38 annex D, RFC 3362). */
  private static final List<String> T38 =
      List.of(
          "T38FaxVersion:0",
          "T38MaxBitRate:14400",
          "T38FaxRateManagement:transferredTCF",
          "T38FaxMaxBuffer:262",
          "T38FaxMaxDatagram:90",
          "T38FaxUdpEC:t38UDPRedundancy");

  private final StreamSpec spec;
  private final MediaPlace place;
  private final int index;
  private final String kind;

  /**
   * Sets it up.
   *
   * @param index its place among the m= lines, from 0; the first one's address stands at session
   *     level
   */
  OfferStream(StreamSpec spec, MediaPlace place, int index) {
    this.spec = spec;
    this.place = place;
    this.index = index;
    this.kind = Mutations.wire(spec.kind().orElse("audio"));
  }

  /**
   * Writes the section.
   *
   * @param types payload types that other streams of the bundle have; none outside a bundle
   */
  void write(SdpWriter out, PayloadTypes types, boolean bundled) {
    List<Codec> codecs = types.allot(codecs());
    int port = spec.port().orElse(place.rtpPort() + 2 * index);
    out.media(kind, port, protocol(), formats(codecs));
    if (index > 0 && spec.address().isPresent()) {
      out.connection(OfferBuilder.address(spec, place));
    }
    out.bandwidth(spec);
    out.codecs(codecs);
    if (spec.isRtp()) {
      rtp(out);
    }
    String address = OfferBuilder.address(spec, place);
    new OfferedIce(
            spec.ice().orElse(IceSpec.NONE),
            SdpWriter.isUnspecified(address) ? place.address() : address,
            port)
        .write(out);
    if (bundled) {
      out.line("a=mid:" + index);
    }
    if (spec.isRtp() || spec.direction().isPresent()) {
      out.direction(spec.direction().orElse(Direction.SENDRECV));
    }
    if (isFax()) {
      T38.forEach(a -> out.line("a=" + a));
    }
    out.attributes(spec);
  }

  /** What only a stream of RTP says. */
  private void rtp(SdpWriter out) {
    keys(out);
    spec.ptime().ifPresent(p -> out.line("a=ptime:" + p));
    out.limits(spec);
    if (spec.rtcpMux().orElse(false)) {
      out.line("a=rtcp-mux");
    }
  }

  private boolean isFax() {
    return kind.equals("image") && spec.formats().isEmpty() && spec.attributes().isEmpty();
  }

  private List<CodecSpec> codecs() {
    if (!spec.isRtp()) {
      return List.of();
    }
    Optional<List<CodecSpec>> usual =
        switch (kind) {
          case "audio" -> Optional.of(AUDIO);
          case "video" -> Optional.of(VIDEO);
          default -> Optional.empty();
        };
    return spec.codecs()
        .or(() -> spec.formats().isPresent() ? Optional.empty() : usual)
        .orElse(List.of());
  }

  private List<String> formats(List<Codec> codecs) {
    if (spec.formats().isPresent()) {
      return spec.formats().get().stream().map(Mutations::wire).toList();
    }
    if (kind.equals("image")) {
      return List.of("t38");
    }
    return codecs.isEmpty() && !spec.isRtp() ? List.of("*") : SdpWriter.formats(codecs);
  }

  private String protocol() {
    if (spec.protocol().isPresent()) {
      return Mutations.wire(spec.protocol().get());
    }
    if (!spec.isRtp()) {
      return "udptl";
    }
    SrtpSpec srtp = spec.srtp().orElse(new SrtpSpec.None());
    return srtp instanceof SrtpSpec.Dtls
        ? "UDP/TLS/RTP/SAVP"
        : srtp instanceof SrtpSpec.Sdes ? "RTP/SAVP" : "RTP/AVP";
  }

  private void keys(SdpWriter out) {
    List<CryptoSpec> keys = new ArrayList<>(spec.srtp().map(SrtpSpec::keys).orElse(List.of()));
    for (int i = 0; i < keys.size(); i++) {
      out.crypto(Crypto.of(keys.get(i), Integer.toString(i + 1)));
    }
    spec.srtp()
        .filter(SrtpSpec.Dtls.class::isInstance)
        .ifPresent(s -> out.dtls(((SrtpSpec.Dtls) s).dtls(), "actpass"));
  }
}
