package io.parley.match;

import io.parley.model.CodecSpec;
import io.parley.model.CodecsCheck;
import io.parley.model.Direction;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.HeaderCheck;
import io.parley.model.HeaderMatch;
import io.parley.model.Outcome;
import io.parley.model.SdpExpectation;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.model.StreamCheck;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Short ways to say expectations in tests. */
final class Checks {
  static final SourcePosition AT = new SourcePosition("busy.yaml", 9, 3);

  private Checks() {}

  static HeaderCheck header(String name, HeaderMatch match) {
    return new HeaderCheck(AT, name, match, Optional.empty());
  }

  static HeaderCheck inferred(String name, HeaderMatch match) {
    return new HeaderCheck(AT, name, match, Optional.of(Evidence.INFERRED));
  }

  static List<CodecSpec> codecs(String... names) {
    return Stream.of(names).map(CodecSpec::parse).toList();
  }

  static List<StatusPattern> codes(int... codes) {
    return IntStream.of(codes).<StatusPattern>mapToObj(StatusPattern.Code::new).toList();
  }

  static Outcome outcome(int... codes) {
    return new Outcome(AT, codes(codes), false, List.of(), Optional.empty(), Optional.empty());
  }

  static Outcome outcome(int code, HeaderCheck first, HeaderCheck... more) {
    return new Outcome(
        AT,
        codes(code),
        false,
        Stream.concat(Stream.of(first), Stream.of(more)).toList(),
        Optional.empty(),
        Optional.empty());
  }

  static Outcome repaired() {
    return new Outcome(AT, List.of(), true, List.of(), Optional.empty(), Optional.empty());
  }

  static Expectation any(Evidence evidence, Outcome... outcomes) {
    return new Expectation(
        AT,
        List.of(outcomes),
        OptionalInt.empty(),
        Optional.of(evidence),
        Optional.empty(),
        Optional.empty());
  }

  static SdpExpectation noSdp() {
    return SdpExpectation.absent(AT);
  }

  static SdpExpectation anySdp() {
    return SdpExpectation.of(AT, StreamCheck.NOTHING);
  }

  static SdpExpectation codecs(CodecsCheck check) {
    return sdp(Optional.of(check), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static SdpExpectation srtp(String srtp) {
    return sdp(Optional.empty(), Optional.of(srtp), Optional.empty(), Optional.empty());
  }

  static SdpExpectation ice(String ice) {
    return sdp(Optional.empty(), Optional.empty(), Optional.of(ice), Optional.empty());
  }

  static SdpExpectation address(String address) {
    return sdp(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(address));
  }

  static SdpExpectation media(Direction direction, int ptime, boolean rtcpMux) {
    return SdpExpectation.of(
        AT,
        stream(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(direction),
            OptionalInt.of(ptime),
            Optional.of(rtcpMux)));
  }

  private static SdpExpectation sdp(
      Optional<CodecsCheck> codecs,
      Optional<String> srtp,
      Optional<String> ice,
      Optional<String> address) {
    return SdpExpectation.of(
        AT,
        stream(
            codecs, srtp, ice, address, Optional.empty(), OptionalInt.empty(), Optional.empty()));
  }

  private static StreamCheck stream(
      Optional<CodecsCheck> codecs,
      Optional<String> srtp,
      Optional<String> ice,
      Optional<String> address,
      Optional<Direction> direction,
      OptionalInt ptime,
      Optional<Boolean> rtcpMux) {
    return new StreamCheck(
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        codecs,
        srtp,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ice,
        Optional.empty(),
        address,
        direction,
        ptime,
        OptionalInt.empty(),
        rtcpMux,
        Optional.empty());
  }
}
