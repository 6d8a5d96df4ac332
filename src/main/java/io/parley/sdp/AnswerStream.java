package io.parley.sdp;

import io.parley.model.Direction;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;

/** Writes the stream that an answer takes. */
final class AnswerStream {
  private final OfferSpec spec;
  private final MediaPlace place;
  private final Sdp offer;

  AnswerStream(OfferSpec spec, MediaPlace place, Sdp offer) {
    this.spec = spec;
    this.place = place;
    this.offer = offer;
  }

  /** ICE is answered only where it was offered (RFC 8839 §4.2.2) and we are asked to. */
  boolean answersIce(Media media) {
    return media.ice().isPresent() && spec.ice().orElse(IceSpec.NONE) == IceSpec.LITE;
  }

  void write(SdpWriter out, StreamChoice choice) {
    Media media = choice.media();
    String address = OfferBuilder.address(spec, place);
    int port = spec.port().orElse(place.rtpPort());
    out.audio(port, protocol(choice), choice.codecs());
    choice.crypto().ifPresent(c -> out.crypto(Crypto.fresh(c.tag(), c.suite())));
    ptime(out, media);
    if (media.rtcpMux() && spec.rtcpMux().orElse(true)) {
      out.line("a=rtcp-mux");
    }
    if (answersIce(media)) {
      out.ice(Ice.freshLite(SdpWriter.isUnspecified(address) ? place.address() : address, port));
    }
    out.direction(spec.direction().orElse(mirrored(media)));
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
