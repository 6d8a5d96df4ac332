package io.parley.scenario.offer;

import io.parley.model.CodecsCheck;
import io.parley.model.CryptoCheck;
import io.parley.model.Direction;
import io.parley.model.Doc;
import io.parley.model.SdpExpectation;
import io.parley.model.SourcePosition;
import io.parley.model.StreamCheck;
import io.parley.yaml.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An SDP check as written. */
@Doc("What an SDP that arrives must be.")
record CheckKeys(
    SourcePosition at,
    @Doc("Whether the first audio stream has port 0.") Optional<Boolean> rejected,
    @Doc("Port of the first audio stream.") @Range(from = 0, to = 65535) OptionalInt port,
    @Doc("Transport protocol of its m= line.") Optional<String> protocol,
    @Doc("The formats of its m= line, exactly and in order.") Optional<List<String>> formats,
    @Doc("A list = exactly these in this order; or include, exclude, first.")
        Optional<CodecsCheck> codecs,
    @Doc("How the stream is secured.") Optional<StreamCheckKeys.Srtp> srtp,
    @Doc("The a=crypto lines: a list = exactly these in order; a map = one of them is so.")
        Optional<CryptoCheck> crypto,
    @Doc("Hash function of the DTLS fingerprint: sha-256, any, or none.")
        Optional<String> fingerprint,
    @Doc("DTLS role: actpass, active, passive.") Optional<String> setup,
    @Doc("Which ICE it shows.") Optional<StreamCheckKeys.Ice> ice,
    @Doc("Types of the ICE candidates, in any order; [] = none.") Optional<List<String>> candidates,
    @Doc("Connection address: target (the SBC's), caller (the caller's own), or an address.")
        Optional<AddressAsk> address,
    @Doc("Media direction.") Optional<Direction> direction,
    @Doc("Packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt ptime,
    @Doc("Longest packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt maxptime,
    @Doc("Whether a=rtcp-mux is there.") Optional<Boolean> rtcpMux,
    @Doc("The streams: one map for each m= line in order, and as many; {} asks nothing.")
        Optional<List<StreamCheckKeys>> streams,
    @Doc("Lines anywhere in the SDP, by how they start.") Optional<StreamCheckKeys.Lines> lines) {

  SdpExpectation toExpectation() {
    return new SdpExpectation(
        at,
        true,
        audio(),
        streams.map(s -> s.stream().map(StreamCheckKeys::toCheck).toList()),
        lines.map(StreamCheckKeys.Lines::toCheck));
  }

  private StreamCheck audio() {
    return new StreamCheckKeys(
            Optional.empty(),
            rejected,
            port,
            protocol,
            formats,
            codecs,
            srtp,
            crypto,
            fingerprint,
            setup,
            ice,
            candidates,
            address,
            direction,
            ptime,
            maxptime,
            rtcpMux,
            Optional.empty())
        .toCheck();
  }
}
