package io.parley.scenario.offer;

import io.parley.model.CodecSpec;
import io.parley.model.Doc;
import io.parley.yaml.Located;
import io.parley.yaml.Range;
import java.util.Optional;
import java.util.OptionalInt;

/** A codec written as a map. */
@Doc("One codec.")
record CodecKeys(
    @Doc("Encoding name as written in a=rtpmap.") Located<String> name,
    @Doc("Clock rate in Hz.") @Range(from = 1, to = 1_000_000) OptionalInt clock,
    @Doc("Number of channels.") @Range(from = 1, to = 255) OptionalInt channels,
    @Doc("RTP payload type; above 127 there is none, wrong on purpose.") @Range(from = 0, to = 999)
        OptionalInt pt,
    @Doc("Value of a=fmtp without the payload type.") Optional<String> fmtp) {

  CodecSpec toSpec() {
    return new CodecSpec(name.value(), clock, channels, pt, fmtp);
  }
}
