package io.parley.scenario.offer;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.model.IceSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of a stream, whether they stand in an offer for its first or by themselves. */
interface StreamWords {
  /** Media type of the m= line. */
  Optional<String> kind();

  /** Its codecs in order. */
  Optional<List<CodecSpec>> codecs();

  /** The formats of the m= line as written. */
  Optional<List<String>> formats();

  /** How it is secured. */
  Optional<SrtpSpec> srtp();

  /** Its ICE lines. */
  Optional<IceSpec> ice();

  /** Its connection address. */
  Optional<AddressWord> address();

  /** Media direction. */
  Optional<Direction> direction();

  /** Its port. */
  OptionalInt port();

  /** Packet time in milliseconds. */
  OptionalInt ptime();

  /** Longest packet time in milliseconds. */
  OptionalInt maxptime();

  /** Whether a=rtcp-mux is offered (RFC 5761). */
  Optional<Boolean> rtcpMux();

  /** Value of a=rtcp (RFC 3605). */
  Optional<String> rtcp();

  /** Transport protocol of the m= line. */
  Optional<String> protocol();

  /** Values of b= lines. */
  Optional<List<String>> bandwidth();

  /** Further a= lines. */
  Optional<List<String>> attributes();

  /** The stream that they describe. */
  default StreamSpec toStream() {
    return new StreamSpec(
        kind(),
        codecs(),
        formats(),
        srtp(),
        ice(),
        address().map(AddressWord::text),
        direction(),
        port(),
        ptime(),
        maxptime(),
        rtcpMux(),
        rtcp(),
        protocol(),
        bandwidth(),
        attributes());
  }
}
