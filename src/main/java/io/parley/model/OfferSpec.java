package io.parley.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What to offer or answer: a base plus what differs from it. A field that is empty says nothing and
 * leaves the base's value; {@link #over} lays one spec over another.
 *
 * @param base name of a base offer ({@code scenarios/offers/<name>.yaml}), or {@code actor} for the
 *     actor's own
 * @param none true = no body at all (delayed offer, RFC 3261 §13.2.1)
 * @param audio the first stream; its address stands at session level
 * @param more the streams after it, in order
 * @param bundle whether the streams share one transport: {@code a=group:BUNDLE} and {@code a=mid}
 *     (RFC 9143)
 * @param raw a whole SDP body as text, instead of everything above; line ends are written as CRLF
 *     unless a mutation changes them
 * @param mutate changes to the finished SDP, applied in order
 */
public record OfferSpec(
    Optional<String> base,
    Optional<Boolean> none,
    StreamSpec audio,
    Optional<List<StreamSpec>> more,
    Optional<Boolean> bundle,
    Optional<String> raw,
    List<SdpMutation> mutate) {

  /** Says nothing. */
  public static final OfferSpec EMPTY = of(StreamSpec.EMPTY);

  /** No body at all. */
  public static final OfferSpec NO_OFFER = EMPTY.withNone(true);

  /** One stream and nothing else. */
  public static OfferSpec of(StreamSpec audio) {
    return new OfferSpec(
        Optional.empty(),
        Optional.empty(),
        audio,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Whether there is to be no body. */
  public boolean isNone() {
    return none.orElse(false);
  }

  /** This spec on that base. */
  public OfferSpec on(String name) {
    return new OfferSpec(Optional.of(name), none, audio, more, bundle, raw, mutate);
  }

  /** This spec with or without a body. */
  public OfferSpec withNone(boolean value) {
    return new OfferSpec(base, Optional.of(value), audio, more, bundle, raw, mutate);
  }

  /** This spec with another first stream. */
  public OfferSpec withAudio(StreamSpec value) {
    return new OfferSpec(base, none, value, more, bundle, raw, mutate);
  }

  /** This spec with other streams after the first. */
  public OfferSpec withMore(List<StreamSpec> value) {
    return new OfferSpec(base, none, audio, Optional.of(List.copyOf(value)), bundle, raw, mutate);
  }

  /** This spec as that text. */
  public OfferSpec withRaw(String value) {
    return new OfferSpec(base, none, audio, more, bundle, Optional.of(value), mutate);
  }

  /** This spec with these changes and no others. */
  public OfferSpec withMutations(List<SdpMutation> value) {
    return new OfferSpec(base, none, audio, more, bundle, raw, List.copyOf(value));
  }

  /**
   * This spec laid over another: what this one says wins, mutations of the lower one come first;
   * the result names no base.
   */
  public OfferSpec over(OfferSpec lower) {
    boolean saysMore = raw.isPresent() || codecs().isPresent() || srtp().isPresent();
    return new OfferSpec(
        Optional.empty(),
        none.isPresent() ? none : (saysMore ? Optional.of(false) : lower.none),
        audio.over(lower.audio),
        more.or(lower::more),
        bundle.or(lower::bundle),
        raw.or(lower::raw),
        Stream.concat(lower.mutate.stream(), mutate.stream()).toList());
  }

  /**
   * The stream at a place among the m= lines. One after the first is secured as the first is, and
   * speaks ICE as it does, unless it says otherwise.
   *
   * @param index from 0
   * @return empty = the spec has no such stream
   */
  public Optional<StreamSpec> stream(int index) {
    if (index == 0) {
      return Optional.of(audio);
    }
    List<StreamSpec> others = more.orElse(List.of());
    return index > others.size()
        ? Optional.empty()
        : Optional.of(others.get(index - 1).securedAs(audio));
  }

  /** The first stream's codecs in order. */
  public Optional<List<CodecSpec>> codecs() {
    return audio.codecs();
  }

  /** How the first stream is secured. */
  public Optional<SrtpSpec> srtp() {
    return audio.srtp();
  }

  /** The first stream's ICE lines. */
  public Optional<IceSpec> ice() {
    return audio.ice();
  }

  /** The connection address, see {@link StreamSpec#address}. */
  public Optional<String> address() {
    return audio.address();
  }

  /** The first stream's direction. */
  public Optional<Direction> direction() {
    return audio.direction();
  }

  /** The first stream's port. */
  public OptionalInt port() {
    return audio.port();
  }

  /** The first stream's packet time in milliseconds. */
  public OptionalInt ptime() {
    return audio.ptime();
  }

  /** Whether the first stream shares its port with RTCP. */
  public Optional<Boolean> rtcpMux() {
    return audio.rtcpMux();
  }

  /** The first stream's transport protocol where it is said. */
  public Optional<String> protocol() {
    return audio.protocol();
  }
}
