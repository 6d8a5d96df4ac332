package io.parley.scenario.offer;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.model.Doc;
import io.parley.model.IceSpec;
import io.parley.model.SrtpSpec;
import io.parley.yaml.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A further stream of an offer or answer as written. */
@Doc(
    "A stream after the first: secured as the first is, and with its ICE, unless it says otherwise.")
record StreamKeys(
    @Doc("Media type of the m= line: audio (by default), video, image (T.38), or another.")
        Optional<String> kind,
    @Doc("Its codecs in order.") Optional<List<CodecSpec>> codecs,
    @Doc("The formats of the m= line as written, instead of payload types.")
        Optional<List<String>> formats,
    @Doc("How it is secured.") Optional<SrtpSpec> srtp,
    @Doc("Its ICE lines.") Optional<IceSpec> ice,
    @Doc("Its own connection address; by default the session's.") Optional<AddressWord> address,
    @Doc("Media direction.") Optional<Direction> direction,
    @Doc("Its port; by default one of ours. In an answer 0 = not taken.")
        @Range(from = 0, to = 65535)
        OptionalInt port,
    @Doc("Packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt ptime,
    @Doc("Longest packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt maxptime,
    @Doc("Whether a=rtcp-mux is offered.") Optional<Boolean> rtcpMux,
    @Doc("Value of a=rtcp: a port, or port and address.") Optional<String> rtcp,
    @Doc("Transport protocol of the m= line when it must not follow from kind and srtp.")
        Optional<String> protocol,
    @Doc("Values of b= lines, for example AS:64.") Optional<List<String>> bandwidth,
    @Doc("Further a= lines at its end, without a=.") Optional<List<String>> attributes)
    implements StreamWords {}
