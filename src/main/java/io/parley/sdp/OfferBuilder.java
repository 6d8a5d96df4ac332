package io.parley.sdp;

import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.StreamSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the SDP that an {@link OfferSpec} describes: an audio stream and those after it, {@code c=}
 * at session level only unless a later stream has its own address (so that one mutation takes the
 * address away), the direction always written out.
 */
public final class OfferBuilder {
  /** What {@code address: private} means: an address of RFC 1918 that nobody routes. */
  public static final String PRIVATE_ADDRESS = "10.0.0.10";

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
            .orElseGet(() -> Continuity.keep(written(spec, place, session), former, spec));
    return Mutations.apply(sdp, spec.mutate()).bytes();
  }

  /** A raw text, its line ends written as CRLF, in UTF-8. */
  static Sdp raw(String text) {
    return Sdp.of(Mutations.wire(text.replaceAll("\r?\n", "\r\n")));
  }

  private static Sdp written(OfferSpec spec, MediaPlace place, SdpSession session) {
    List<StreamSpec> streams = new ArrayList<>();
    for (int i = 0; spec.stream(i).isPresent(); i++) {
      streams.add(spec.stream(i).get());
    }
    boolean bundled = spec.bundle().orElse(false);
    SdpWriter out = new SdpWriter();
    out.session(session, place.address(), address(spec.audio(), place));
    if (bundled) {
      out.line(
          IntStream.range(0, streams.size())
              .mapToObj(i -> " " + i)
              .collect(Collectors.joining("", "a=group:BUNDLE", "")));
    }
    if (streams.stream().anyMatch(OfferBuilder::isLite)) {
      out.line("a=ice-lite");
    }
    PayloadTypes types = new PayloadTypes();
    for (int i = 0; i < streams.size(); i++) {
      PayloadTypes own = bundled ? types : new PayloadTypes();
      new OfferStream(streams.get(i), place, i).write(out, own, bundled);
    }
    return out.sdp();
  }

  private static boolean isLite(StreamSpec stream) {
    return stream.ice().filter(i -> i.mode() == IceSpec.Mode.LITE).isPresent();
  }

  static String address(StreamSpec spec, MediaPlace place) {
    return switch (spec.address().orElse("local")) {
      case "local" -> place.address();
      case "private" -> PRIVATE_ADDRESS;
      default -> Mutations.wire(spec.address().get());
    };
  }
}
