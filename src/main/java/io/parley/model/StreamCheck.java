package io.parley.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one stream of an SDP that arrives must be; an empty field asks nothing.
 *
 * @param kind media type of the m= line
 * @param rejected whether its port is 0 (RFC 3264 §6)
 * @param port the port
 * @param protocol transport protocol of the m= line
 * @param formats the formats of the m= line, exactly and in order
 * @param codecs the codec list
 * @param srtp {@code any}, {@code none}, {@code sdes}, {@code dtls}
 * @param crypto the {@code a=crypto} lines
 * @param fingerprint hash function of the DTLS fingerprint; {@code any}, {@code none}
 * @param setup DTLS role
 * @param ice {@code none}, {@code lite}, {@code full}
 * @param candidates types of the ICE candidates, in any order; an empty list = none
 * @param address {@code target} (one of the SBC's media addresses), {@code caller} (the caller's
 *     own), or a literal
 * @param direction media direction; absent attribute = sendrecv
 * @param ptime milliseconds
 * @param maxPtime milliseconds
 * @param rtcpMux whether {@code a=rtcp-mux} is there
 * @param lines lines of the section
 */
public record StreamCheck(
    Optional<String> kind,
    Optional<Boolean> rejected,
    OptionalInt port,
    Optional<String> protocol,
    Optional<List<String>> formats,
    Optional<CodecsCheck> codecs,
    Optional<String> srtp,
    Optional<CryptoCheck> crypto,
    Optional<String> fingerprint,
    Optional<String> setup,
    Optional<String> ice,
    Optional<List<String>> candidates,
    Optional<String> address,
    Optional<Direction> direction,
    OptionalInt ptime,
    OptionalInt maxPtime,
    Optional<Boolean> rtcpMux,
    Optional<LinesCheck> lines) {

  /** Asks nothing. */
  public static final StreamCheck NOTHING =
      new StreamCheck(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());
}
