package io.parley.scenario.offer;

import io.parley.model.CodecsCheck;
import io.parley.model.CryptoCheck;
import io.parley.model.Direction;
import io.parley.model.Doc;
import io.parley.model.LinesCheck;
import io.parley.model.StreamCheck;
import io.parley.yaml.Range;
import io.parley.yaml.Reader;
import io.parley.yaml.Union;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The check of one stream as written. */
@Doc("What one stream must be; {} asks nothing.")
record StreamCheckKeys(
    @Doc("Media type of the m= line.") Optional<String> kind,
    @Doc("Whether its port is 0.") Optional<Boolean> rejected,
    @Doc("Its port.") @Range(from = 0, to = 65535) OptionalInt port,
    @Doc("Transport protocol of the m= line.") Optional<String> protocol,
    @Doc("The formats of the m= line, exactly and in order.") Optional<List<String>> formats,
    @Doc("A list = exactly these in this order; or include, exclude, first.")
        Optional<CodecsCheck> codecs,
    @Doc("How it is secured.") Optional<Srtp> srtp,
    @Doc("The a=crypto lines: a list = exactly these in order; a map = one of them is so.")
        Optional<CryptoCheck> crypto,
    @Doc("Hash function of the DTLS fingerprint: sha-256, any, or none.")
        Optional<String> fingerprint,
    @Doc("DTLS role: actpass, active, passive.") Optional<String> setup,
    @Doc("Which ICE it shows.") Optional<Ice> ice,
    @Doc("Types of the ICE candidates, in any order; [] = none.") Optional<List<String>> candidates,
    @Doc("Connection address: target (the SBC's), caller (the caller's own), or an address.")
        Optional<AddressAsk> address,
    @Doc("Media direction.") Optional<Direction> direction,
    @Doc("Packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt ptime,
    @Doc("Longest packet time in milliseconds.") @Range(from = 1, to = 10000) OptionalInt maxptime,
    @Doc("Whether a=rtcp-mux is there.") Optional<Boolean> rtcpMux,
    @Doc("Lines of the section, by how they start.") Optional<Lines> lines) {

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

  /** A check of lines as written. */
  @Doc("Lines that must or must not be there.")
  record Lines(
      @Doc("For each of these there is a line that starts so.") List<String> include,
      @Doc("No line starts like one of these.") List<String> exclude) {

    LinesCheck toCheck() {
      return new LinesCheck(include, exclude);
    }
  }

  /** A check of one a=crypto line as written. */
  @Doc("What an a=crypto line must be.")
  record CryptoLine(
      @Doc("The tag.") Optional<String> tag,
      @Doc("The crypto suite.") Optional<String> suite,
      @Doc("Length of key and salt in bytes.") @Range(from = 0, to = 255) OptionalInt keyBytes,
      @Doc("The lifetime behind the key as written.") Optional<String> lifetime,
      @Doc("The session parameters as written.") Optional<String> session) {

    CryptoCheck.Line toCheck() {
      return new CryptoCheck.Line(tag, suite, keyBytes, lifetime, session);
    }
  }

  /** A list of lines, or one. */
  static Reader<CryptoCheck> cryptoReader() {
    return Union.<CryptoCheck>of("a list of a=crypto lines, or a map of one")
        .list(
            "exactly these, in this order",
            CryptoLine.class,
            l -> new CryptoCheck.Exactly(l.stream().map(CryptoLine::toCheck).toList()))
        .keys(CryptoLine.class, l -> new CryptoCheck.Some(l.toCheck()));
  }

  StreamCheck toCheck() {
    return new StreamCheck(
        kind,
        rejected,
        port,
        protocol,
        formats,
        codecs,
        srtp.map(StreamCheckKeys::word),
        crypto,
        fingerprint,
        setup,
        ice.map(StreamCheckKeys::word),
        candidates,
        address.map(AddressAsk::text),
        direction,
        ptime,
        maxptime,
        rtcpMux,
        lines.map(Lines::toCheck));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
