package io.parley.scenario;

import io.parley.model.CodecsCheck;
import io.parley.model.Direction;
import io.parley.model.Doc;
import io.parley.model.SdpExpectation;
import io.parley.model.SourcePosition;
import io.parley.yaml.Range;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** An SDP check as written. */
@Doc("What an SDP that arrives must be.")
record CheckKeys(
    SourcePosition at,
    @Doc("A list = exactly these in this order; or include, exclude, first.")
        Optional<CodecsCheck> codecs,
    @Doc("How the stream is secured.") Optional<Srtp> srtp,
    @Doc("Which ICE it shows.") Optional<Ice> ice,
    @Doc("Connection address: target (the SBC's), caller (the caller's own), or an address.")
        Optional<AddressAsk> address,
    @Doc("Media direction.") Optional<Direction> direction,
    @Doc("Packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt ptime,
    @Doc("Whether a=rtcp-mux is there.") Optional<Boolean> rtcpMux) {

  /** How a stream is secured. */
  enum Srtp {
    ANY,
    NONE,
    SDES,
    DTLS
  }

  /** Which ICE an SDP shows. */
  enum Ice {
    NONE,
    LITE,
    FULL
  }

  SdpExpectation toExpectation() {
    return new SdpExpectation(
        at,
        true,
        codecs,
        srtp.map(CheckKeys::word),
        ice.map(CheckKeys::word),
        address.map(AddressAsk::text),
        direction,
        ptime,
        rtcpMux);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
