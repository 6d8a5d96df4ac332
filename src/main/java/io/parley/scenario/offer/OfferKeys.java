package io.parley.scenario.offer;

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
public record OfferKeys(
    @Doc("Name of a file under offers/ that this offer builds on, or actor for the actor's own.")
        Optional<BaseName> base,
    @Doc("Media type of the first stream, where it is not audio: video, image (T.38).")
        Optional<String> kind,
    @Doc("The codecs of the audio stream in order.") Optional<List<CodecSpec>> codecs,
    @Doc("The formats of the m= line as written, instead of payload types.")
        Optional<List<String>> formats,
    @Doc("How the stream is secured: none, dtls, suites or key lines in order of preference.")
        Optional<SrtpSpec> srtp,
    @Doc("ICE lines: none, lite, full, or a map.") Optional<IceSpec> ice,
    @Doc("Connection address: local, private, an address, or a host name; text only.")
        Optional<AddressWord> address,
    @Doc("Media direction.") Optional<Direction> direction,
    @Doc("RTP port; by default one of ours.") @Range(from = 0, to = 65535) OptionalInt port,
    @Doc("Packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt ptime,
    @Doc("Longest packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt maxptime,
    @Doc("Whether a=rtcp-mux is offered (RFC 5761).") Optional<Boolean> rtcpMux,
    @Doc("Value of a=rtcp: a port, or port and address (RFC 3605).") Optional<String> rtcp,
    @Doc("Transport protocol of the m= line when it must not follow from srtp.")
        Optional<String> protocol,
    @Doc("Values of b= lines of the stream, for example AS:64.") Optional<List<String>> bandwidth,
    @Doc("Further a= lines at the end of the stream, without a=.")
        Optional<List<String>> attributes,
    @Doc("The streams after the first, in order.") Optional<List<StreamKeys>> streams,
    @Doc("Whether the streams share one transport (RFC 9143): a=group:BUNDLE and a=mid.")
        Optional<Boolean> bundle,
    @Doc("A whole SDP body as text, instead of all of the above.") Optional<String> raw,
    @Doc("Changes to the finished SDP, in order.") List<SdpMutation> mutate)
    implements StreamWords {

  OfferSpec toSpec() {
    return new OfferSpec(
        base.map(BaseName::name),
        Optional.empty(),
        toStream(),
        streams.map(s -> s.stream().map(StreamKeys::toStream).toList()),
        bundle,
        raw,
        mutate);
  }
}
