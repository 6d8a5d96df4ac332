package io.parley.sdp;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import java.util.List;
import java.util.Optional;

/**
 * Makes the SDP that an {@link OfferSpec} describes: one audio stream, {@code c=} at session level
 * only (so that one mutation takes the address away), the direction always written out.
 */
public final class OfferBuilder {
  /** What {@code address: private} means: an address of RFC 1918 that nobody routes. */
  public static final String PRIVATE_ADDRESS = "10.0.0.10";

  private static final List<CodecSpec> DEFAULT_CODECS =
      List.of(CodecSpec.parse("PCMU"), CodecSpec.parse("PCMA"), CodecSpec.parse("telephone-event"));

  private OfferBuilder() {}

  /**
   * The body of an offer.
   *
   * @param spec what to offer, bases resolved; what it leaves open is G.711 and telephone-event as
   *     clear RTP, sendrecv, at our own place
   * @param place where we take media
   * @param session id and version for {@code o=}
   * @return the bytes; no bytes when the spec says that there is to be no body
   * @throws IllegalArgumentException when the spec cannot be written: a mutation that selects
   *     nothing, too many dynamic payload types
   */
  public static byte[] build(OfferSpec spec, MediaPlace place, SdpSession session) {
    return build(spec, place, session, Optional.empty());
  }

  /**
   * The body of an offer later in a session: SRTP keys and ICE credentials stay.
   *
   * @param former the description that was sent before; empty = none
   */
  public static byte[] build(
      OfferSpec spec, MediaPlace place, SdpSession session, Optional<Sdp> former) {
    if (spec.isNone()) {
      return new byte[0];
    }
    Sdp sdp =
        spec.raw()
            .map(OfferBuilder::raw)
            .orElseGet(() -> Continuity.keep(written(spec, place, session), former));
    return Mutations.apply(sdp, spec.mutate()).bytes();
  }

  /** A raw text, its line ends written as CRLF, in UTF-8. */
  static Sdp raw(String text) {
    return Sdp.of(Mutations.wire(text.replaceAll("\r?\n", "\r\n")));
  }

  private static Sdp written(OfferSpec spec, MediaPlace place, SdpSession session) {
    SdpWriter out = new SdpWriter();
    boolean lite = spec.ice().orElse(IceSpec.NONE) == IceSpec.LITE;
    String address = address(spec, place);
    int port = spec.port().orElse(place.rtpPort());
    out.session(session, place.address(), address);
    if (lite) {
      out.line("a=ice-lite");
    }
    out.audio(port, protocol(spec), PayloadTypes.allot(spec.codecs().orElse(DEFAULT_CODECS)));
    suites(spec).ifPresent(out::freshCrypto);
    spec.ptime().ifPresent(p -> out.line("a=ptime:" + p));
    if (spec.rtcpMux().orElse(false)) {
      out.line("a=rtcp-mux");
    }
    if (lite) {
      out.ice(Ice.freshLite(SdpWriter.isUnspecified(address) ? place.address() : address, port));
    }
    out.direction(spec.direction().orElse(Direction.SENDRECV));
    return out.sdp();
  }

  static String address(OfferSpec spec, MediaPlace place) {
    return switch (spec.address().orElse("local")) {
      case "local" -> place.address();
      case "private" -> PRIVATE_ADDRESS;
      default -> Mutations.wire(spec.address().get());
    };
  }

  private static String protocol(OfferSpec spec) {
    return spec.protocol()
        .map(Mutations::wire)
        .orElse(suites(spec).isPresent() ? "RTP/SAVP" : "RTP/AVP");
  }

  /** The suites to offer; empty = clear RTP. */
  static Optional<List<String>> suites(OfferSpec spec) {
    return spec.srtp()
        .filter(SrtpSpec.Sdes.class::isInstance)
        .map(s -> ((SrtpSpec.Sdes) s).suites());
  }
}
