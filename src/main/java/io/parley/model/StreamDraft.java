package io.parley.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A {@link StreamSpec} in the making: what is not set says nothing. */
public final class StreamDraft {
  private Optional<String> kind = Optional.empty();
  private Optional<List<CodecSpec>> codecs = Optional.empty();
  private Optional<List<String>> formats = Optional.empty();
  private Optional<SrtpSpec> srtp = Optional.empty();
  private Optional<IceSpec> ice = Optional.empty();
  private Optional<String> address = Optional.empty();
  private Optional<Direction> direction = Optional.empty();
  private OptionalInt port = OptionalInt.empty();
  private OptionalInt ptime = OptionalInt.empty();
  private OptionalInt maxPtime = OptionalInt.empty();
  private Optional<Boolean> rtcpMux = Optional.empty();
  private Optional<String> rtcp = Optional.empty();
  private Optional<String> protocol = Optional.empty();
  private Optional<List<String>> bandwidth = Optional.empty();
  private Optional<List<String>> attributes = Optional.empty();

  /** See {@link StreamSpec#kind}. */
  public StreamDraft kind(String value) {
    kind = Optional.of(value);
    return this;
  }

  /** See {@link StreamSpec#codecs}. */
  public StreamDraft codecs(List<CodecSpec> value) {
    codecs = Optional.of(List.copyOf(value));
    return this;
  }

  /** See {@link StreamSpec#formats}. */
  public StreamDraft formats(List<String> value) {
    formats = Optional.of(List.copyOf(value));
    return this;
  }

  /** See {@link StreamSpec#srtp}. */
  public StreamDraft srtp(SrtpSpec value) {
    srtp = Optional.of(value);
    return this;
  }

  /** See {@link StreamSpec#ice}. */
  public StreamDraft ice(IceSpec value) {
    ice = Optional.of(value);
    return this;
  }

  /** See {@link StreamSpec#address}. */
  public StreamDraft address(String value) {
    address = Optional.of(value);
    return this;
  }

  /** See {@link StreamSpec#direction}. */
  public StreamDraft direction(Direction value) {
    direction = Optional.of(value);
    return this;
  }

  /** See {@link StreamSpec#port}. */
  public StreamDraft port(int value) {
    port = OptionalInt.of(value);
    return this;
  }

  /** See {@link StreamSpec#ptime}; empty says nothing. */
  public StreamDraft ptime(OptionalInt value) {
    ptime = value;
    return this;
  }

  /** See {@link StreamSpec#maxPtime}; empty says nothing. */
  public StreamDraft maxPtime(OptionalInt value) {
    maxPtime = value;
    return this;
  }

  /** See {@link StreamSpec#rtcpMux}. */
  public StreamDraft rtcpMux(boolean value) {
    rtcpMux = Optional.of(value);
    return this;
  }

  /** See {@link StreamSpec#rtcp}. */
  public StreamDraft rtcp(String value) {
    rtcp = Optional.of(value);
    return this;
  }

  /** See {@link StreamSpec#protocol}. */
  public StreamDraft protocol(String value) {
    protocol = Optional.of(value);
    return this;
  }

  /** See {@link StreamSpec#bandwidth}. */
  public StreamDraft bandwidth(List<String> value) {
    bandwidth = Optional.of(List.copyOf(value));
    return this;
  }

  /** See {@link StreamSpec#attributes}. */
  public StreamDraft attributes(List<String> value) {
    attributes = Optional.of(List.copyOf(value));
    return this;
  }

  /** What has been said. */
  public StreamSpec done() {
    return new StreamSpec(
        kind,
        codecs,
        formats,
        srtp,
        ice,
        address,
        direction,
        port,
        ptime,
        maxPtime,
        rtcpMux,
        rtcp,
        protocol,
        bandwidth,
        attributes);
  }
}
