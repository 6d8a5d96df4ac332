package io.parley.scenario;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.model.Doc;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import io.parley.model.SrtpSpec;
import io.parley.yaml.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An offer as written: a base and what differs from it. */
@Doc("What to offer: a base and what differs from it.")
record OfferKeys(
    @Doc("Name of a file under offers/ that this offer builds on, or actor for the actor's own.")
        Optional<BaseName> base,
    @Doc("The codecs of the audio stream in order.") Optional<List<CodecSpec>> codecs,
    @Doc("How the stream is secured: none, a suite, or suites in order of preference.")
        Optional<SrtpSpec> srtp,
    @Doc("ICE lines: none or lite.") Optional<IceSpec> ice,
    @Doc("Connection address: local, private, an address, or a host name; text only.")
        Optional<AddressWord> address,
    @Doc("Media direction.") Optional<Direction> direction,
    @Doc("RTP port; by default one of ours.") @Range(from = 0, to = 65535) OptionalInt port,
    @Doc("Packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt ptime,
    @Doc("Whether a=rtcp-mux is offered (RFC 5761).") Optional<Boolean> rtcpMux,
    @Doc("Transport protocol of the m= line when it must not follow from srtp.")
        Optional<String> protocol,
    @Doc("A whole SDP body as text, instead of all of the above.") Optional<String> raw,
    @Doc("Changes to the finished SDP, in order.") List<SdpMutation> mutate) {

  OfferSpec toSpec() {
    return new OfferSpec(
        base.map(BaseName::name),
        Optional.empty(),
        codecs,
        srtp,
        ice,
        address.map(AddressWord::text),
        direction,
        port,
        ptime,
        rtcpMux,
        protocol,
        raw,
        mutate);
  }
}
