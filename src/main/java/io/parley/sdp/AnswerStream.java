package io.parley.sdp;

import io.parley.model.CryptoSpec;
import io.parley.model.Direction;
import io.parley.model.IceSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamSpec;
import java.util.List;
import java.util.Optional;

/** Writes one stream that an answer takes. */
final class AnswerStream {
  private final StreamSpec spec;
  private final MediaPlace place;
  private final int index;

  /**
   * Sets it up.
   *
   * @param index which of the streams taken it is, from 0; the first one's address stands at
   *     session level
   */
  AnswerStream(StreamSpec spec, MediaPlace place, int index) {
    this.spec = spec;
    this.place = place;
    this.index = index;
  }

  /** ICE is answered only where it was offered (RFC 8839 §4.2.2) and we are asked to. */
  Optional<IceSpec> ice(Media media) {
    return spec.ice().filter(i -> media.ice().isPresent() && i.mode() != IceSpec.Mode.NONE);
  }

  /** Whether it answers as a lite agent, which the session says. */
  boolean isLite(Media media) {
    return ice(media).filter(i -> i.mode() == IceSpec.Mode.LITE).isPresent();
  }

  void write(SdpWriter out, StreamChoice choice) {
    Media media = choice.media();
    String address = OfferBuilder.address(spec, place);
    int port = spec.port().orElse(place.rtpPort() + 2 * index);
    out.media(media.kind(), port, protocol(choice), formats(choice));
    if (index > 0 && spec.address().isPresent()) {
      out.connection(address);
    }
    out.bandwidth(spec);
    out.codecs(choice.codecs());
    keys(out, choice);
    ptime(out, media);
    out.limits(spec);
    if (media.rtcpMux() && spec.rtcpMux().orElse(true)) {
      out.line("a=rtcp-mux");
    }
    String own = SdpWriter.isUnspecified(address) ? place.address() : address;
    ice(media).ifPresent(i -> new OfferedIce(i, own, port).write(out));
    if (media.protocol().contains("RTP/") || spec.direction().isPresent()) {
      out.direction(spec.direction().orElse(mirrored(media)));
    } else if (spec.attributes().isEmpty()) {
      media.lines().stream()
          .filter(l -> l.attribute("mid").isEmpty() && l.type() == 'a')
          .forEach(l -> out.line(l.text()));
    }
    out.attributes(spec);
  }

  private List<String> formats(StreamChoice choice) {
    return spec.formats()
        .map(f -> f.stream().map(Mutations::wire).toList())
        .orElseGet(
            () ->
                choice.codecs().isEmpty()
                    ? choice.media().formats()
                    : SdpWriter.formats(choice.codecs()));
  }

  /** The key line taken, under its tag unless the spec says another; the fingerprint. */
  private void keys(SdpWriter out, StreamChoice choice) {
    choice
        .crypto()
        .ifPresent(
            c ->
                out.crypto(
                    spec.srtp().map(SrtpSpec::keys).orElse(List.of()).stream()
                        .filter(k -> k.suite().equals(c.suite()))
                        .findFirst()
                        .map(k -> Crypto.of(k, c.tag()))
                        .orElseGet(() -> Crypto.of(CryptoSpec.of(c.suite()), c.tag()))));
    if (StreamChoice.wantsDtls(spec) && choice.media().fingerprint().isPresent()) {
      out.dtls(((SrtpSpec.Dtls) spec.srtp().get()).dtls(), "active");
    }
  }

  private void ptime(SdpWriter out, Media media) {
    int ptime = spec.ptime().orElse(media.ptime().orElse(0));
    if (ptime > 0) {
      out.line("a=ptime:" + ptime);
    }
  }

  /**
   * The offered protocol; where keys came both by SDES and DTLS and SDES is chosen, the protocol of
   * SDES (RFC 4568 §3), as Microsoft Teams answers {@code UDP/TLS/RTP/SAVP}.
   */
  private String protocol(StreamChoice choice) {
    String offered = choice.media().protocol();
    String plain =
        offered.startsWith("UDP/TLS/") ? offered.substring("UDP/TLS/".length()) : offered;
    return spec.protocol()
        .map(Mutations::wire)
        .orElse(choice.crypto().isPresent() ? plain : offered);
  }

  /** RFC 3264 §6.1; towards 0.0.0.0 nothing may be sent (§8.4). */
  private static Direction mirrored(Media media) {
    boolean mayReceive = sends(media.direction());
    boolean maySend = receives(media.direction()) && !media.isBlackhole();
    if (mayReceive) {
      return maySend ? Direction.SENDRECV : Direction.RECVONLY;
    }
    return maySend ? Direction.SENDONLY : Direction.INACTIVE;
  }

  private static boolean sends(Direction direction) {
    return direction == Direction.SENDRECV || direction == Direction.SENDONLY;
  }

  private static boolean receives(Direction direction) {
    return direction == Direction.SENDRECV || direction == Direction.RECVONLY;
  }
}
