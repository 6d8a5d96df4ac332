package io.parley.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One stream of an offer or answer: an m= line and what belongs to it. A field that is empty says
 * nothing.
 *
 * @param kind media type of the m= line ({@code audio}, {@code video}, {@code image}, …); empty =
 *     audio
 * @param codecs codecs in order
 * @param formats the formats of the m= line as written, where they are not the codecs' payload
 *     types: {@code t38}, {@code 300}
 * @param srtp how the stream is secured
 * @param ice ICE lines
 * @param address connection address as text: {@code local} (ours, routable), {@code private},
 *     {@code 0.0.0.0}, an IPv4 or IPv6 literal, or a host name; never connected to
 * @param direction media direction; empty and unset anywhere = sendrecv, written out
 * @param port RTP port 0..65535; empty = one of ours
 * @param ptime packet time in milliseconds
 * @param maxPtime longest packet time in milliseconds (RFC 8866 §6.5)
 * @param rtcpMux whether {@code a=rtcp-mux} is offered (RFC 5761)
 * @param rtcp value of {@code a=rtcp}: a port, or port and address (RFC 3605)
 * @param protocol transport protocol of the m= line when it must not follow from {@code srtp}, for
 *     example {@code UDP/TLS/RTP/SAVP}
 * @param bandwidth values of {@code b=} lines, for example {@code AS:64} (RFC 8866 §5.8)
 * @param attributes further {@code a=} lines at the end of the section, without {@code a=}
 */
public record StreamSpec(
    Optional<String> kind,
    Optional<List<CodecSpec>> codecs,
    Optional<List<String>> formats,
    Optional<SrtpSpec> srtp,
    Optional<IceSpec> ice,
    Optional<String> address,
    Optional<Direction> direction,
    OptionalInt port,
    OptionalInt ptime,
    OptionalInt maxPtime,
    Optional<Boolean> rtcpMux,
    Optional<String> rtcp,
    Optional<String> protocol,
    Optional<List<String>> bandwidth,
    Optional<List<String>> attributes) {

  /** Says nothing. */
  public static final StreamSpec EMPTY = new StreamDraft().done();

  /** What this one says, and where it says nothing what the lower one says. */
  public StreamSpec over(StreamSpec lower) {
    return new StreamSpec(
        kind.or(lower::kind),
        codecs.or(lower::codecs),
        formats.or(lower::formats),
        srtp.or(lower::srtp),
        ice.or(lower::ice),
        address.or(lower::address),
        direction.or(lower::direction),
        port.isPresent() ? port : lower.port,
        ptime.isPresent() ? ptime : lower.ptime,
        maxPtime.isPresent() ? maxPtime : lower.maxPtime,
        rtcpMux.or(lower::rtcpMux),
        rtcp.or(lower::rtcp),
        protocol.or(lower::protocol),
        bandwidth.or(lower::bandwidth),
        attributes.or(lower::attributes));
  }

  /** Whether it is RTP, as every stream but an image is that names no other protocol. */
  public boolean isRtp() {
    return protocol.map(p -> p.contains("RTP/")).orElse(!kind.orElse("audio").equals("image"));
  }

  /** The same, where nothing is said secured and with ICE as another stream. */
  StreamSpec securedAs(StreamSpec other) {
    if (!isRtp()) {
      return this;
    }
    StreamDraft like = new StreamDraft();
    other.srtp.ifPresent(like::srtp);
    other.ice.ifPresent(like::ice);
    other.rtcpMux.ifPresent(like::rtcpMux);
    return over(like.done());
  }
}
