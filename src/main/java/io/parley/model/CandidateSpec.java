package io.parley.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One ICE candidate (RFC 8839 §5.1), good where nothing is said.
 *
 * @param type {@code host}, {@code srflx}, {@code prflx}, {@code relay}, or another word
 * @param address connection address as text; empty = by type: ours, or one of the documentation
 *     networks; {@code private} = an address that nobody routes
 * @param port 0..65535; empty = the stream's
 * @param component 1 = RTP, 2 = RTCP
 * @param transport {@code UDP}, {@code TCP} or another word
 * @param tcpType {@code active}, {@code passive}, {@code so} (RFC 6544 §4.5)
 * @param raw the value of the whole attribute instead of all this
 */
public record CandidateSpec(
    String type,
    Optional<String> address,
    OptionalInt port,
    OptionalInt component,
    Optional<String> transport,
    Optional<String> tcpType,
    Optional<String> raw) {

  /** A good candidate of that type. */
  public static CandidateSpec of(String type) {
    return new CandidateSpec(
        type,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
