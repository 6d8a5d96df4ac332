package io.parley.sdp;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Short ways to say an {@link OfferSpec} in tests. */
public final class Specs {
  private Optional<Boolean> none = Optional.empty();
  private Optional<List<CodecSpec>> codecs = Optional.empty();
  private Optional<SrtpSpec> srtp = Optional.empty();
  private Optional<IceSpec> ice = Optional.empty();
  private Optional<String> address = Optional.empty();
  private Optional<Direction> direction = Optional.empty();
  private OptionalInt port = OptionalInt.empty();
  private OptionalInt ptime = OptionalInt.empty();
  private Optional<Boolean> rtcpMux = Optional.empty();
  private Optional<String> protocol = Optional.empty();
  private Optional<String> raw = Optional.empty();
  private Optional<List<StreamSpec>> more = Optional.empty();
  private List<SdpMutation> mutate = List.of();

  /** Says nothing yet. */
  public static Specs spec() {
    return new Specs();
  }

  public Specs codecs(String... names) {
    codecs = Optional.of(Stream.of(names).map(CodecSpec::parse).toList());
    return this;
  }

  public Specs codecs(CodecSpec... specs) {
    codecs = Optional.of(List.of(specs));
    return this;
  }

  public Specs sdes(String... suites) {
    srtp = Optional.of(SrtpSpec.Sdes.of(List.of(suites)));
    return this;
  }

  public Specs srtp(SrtpSpec spec) {
    srtp = Optional.of(spec);
    return this;
  }

  public Specs ice(IceSpec spec) {
    ice = Optional.of(spec);
    return this;
  }

  public Specs more(StreamSpec... streams) {
    more = Optional.of(List.of(streams));
    return this;
  }

  public Specs clear() {
    srtp = Optional.of(new SrtpSpec.None());
    return this;
  }

  public Specs iceLite() {
    ice = Optional.of(IceSpec.LITE);
    return this;
  }

  public Specs address(String text) {
    address = Optional.of(text);
    return this;
  }

  public Specs direction(Direction value) {
    direction = Optional.of(value);
    return this;
  }

  public Specs port(int value) {
    port = OptionalInt.of(value);
    return this;
  }

  public Specs ptime(int value) {
    ptime = OptionalInt.of(value);
    return this;
  }

  public Specs rtcpMux(boolean value) {
    rtcpMux = Optional.of(value);
    return this;
  }

  public Specs protocol(String text) {
    protocol = Optional.of(text);
    return this;
  }

  public Specs raw(String text) {
    raw = Optional.of(text);
    return this;
  }

  public Specs mutate(SdpMutation... mutations) {
    mutate = List.of(mutations);
    return this;
  }

  /** What has been said. */
  public OfferSpec get() {
    StreamSpec stream =
        new StreamSpec(
            Optional.empty(),
            codecs,
            Optional.empty(),
            srtp,
            ice,
            address,
            direction,
            port,
            ptime,
            OptionalInt.empty(),
            rtcpMux,
            Optional.empty(),
            protocol,
            Optional.empty(),
            Optional.empty());
    return new OfferSpec(Optional.empty(), none, stream, more, Optional.empty(), raw, mutate);
  }
}
