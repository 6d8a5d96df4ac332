package io.parley.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to offer or answer: a base plus what differs from it. A field that is empty says nothing and
 * leaves the base's value; {@link #over} lays one spec over another.
 *
 * @param base name of a base offer ({@code scenarios/offers/<name>.yaml}), or {@code actor} for the
 *     actor's own
 * @param none true = no body at all (delayed offer, RFC 3261 §13.2.1)
 * @param codecs codecs of the audio stream in order
 * @param srtp how the stream is secured
 * @param ice ICE lines
 * @param address connection address as text: {@code local} (ours, routable), {@code private},
 *     {@code 0.0.0.0}, an IPv4 or IPv6 literal, or a host name; never connected to
 * @param direction media direction; empty and unset anywhere = sendrecv, written out
 * @param port RTP port 0..65535; empty = one of ours
 * @param ptime packet time in milliseconds
 * @param rtcpMux whether {@code a=rtcp-mux} is offered (RFC 5761)
 * @param protocol transport protocol of the m= line when it must not follow from {@code srtp}, for
 *     example {@code UDP/TLS/RTP/SAVP}
 * @param raw a whole SDP body as text, instead of everything above; line ends are written as CRLF
 *     unless a mutation changes them
 * @param mutate changes to the finished SDP, applied in order
 */
public record OfferSpec(
    Optional<String> base,
    Optional<Boolean> none,
    Optional<List<CodecSpec>> codecs,
    Optional<SrtpSpec> srtp,
    Optional<IceSpec> ice,
    Optional<String> address,
    Optional<Direction> direction,
    OptionalInt port,
    OptionalInt ptime,
    Optional<Boolean> rtcpMux,
    Optional<String> protocol,
    Optional<String> raw,
    List<SdpMutation> mutate) {

  /** Says nothing. */
  public static final OfferSpec EMPTY =
      new OfferSpec(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** No body at all. */
  public static final OfferSpec NO_OFFER =
      new OfferSpec(
          Optional.empty(),
          Optional.of(true),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** Whether there is to be no body. */
  public boolean isNone() {
    return none.orElse(false);
  }

  /** This spec on that base. */
  public OfferSpec on(String name) {
    return new OfferSpec(
        Optional.of(name),
        none,
        codecs,
        srtp,
        ice,
        address,
        direction,
        port,
        ptime,
        rtcpMux,
        protocol,
        raw,
        mutate);
  }

  /**
   * This spec laid over another: what this one says wins, mutations of the lower one come first;
   * the result names no base.
   */
  public OfferSpec over(OfferSpec lower) {
    boolean saysMore = raw.isPresent() || codecs.isPresent() || srtp.isPresent();
    return new OfferSpec(
        Optional.empty(),
        none.isPresent() ? none : (saysMore ? Optional.of(false) : lower.none),
        codecs.or(lower::codecs),
        srtp.or(lower::srtp),
        ice.or(lower::ice),
        address.or(lower::address),
        direction.or(lower::direction),
        port.isPresent() ? port : lower.port,
        ptime.isPresent() ? ptime : lower.ptime,
        rtcpMux.or(lower::rtcpMux),
        protocol.or(lower::protocol),
        raw.or(lower::raw),
        java.util.stream.Stream.concat(lower.mutate.stream(), mutate.stream()).toList());
  }
}
