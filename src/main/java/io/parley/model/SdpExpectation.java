package io.parley.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an SDP that arrives must look like (its first audio stream); an empty field asks nothing.
 *
 * @param at where it is written
 * @param present false = there must be no SDP
 * @param codecs the codec list
 * @param srtp {@code any}, {@code none}, {@code sdes}, {@code dtls}
 * @param ice {@code none}, {@code lite}, {@code full}
 * @param address {@code target} (one of the SBC's media addresses), {@code caller} (the caller's
 *     own), or a literal
 * @param direction media direction; absent attribute = sendrecv
 * @param ptime milliseconds
 * @param rtcpMux whether {@code a=rtcp-mux} is there
 */
public record SdpExpectation(
    SourcePosition at,
    boolean present,
    Optional<CodecsCheck> codecs,
    Optional<String> srtp,
    Optional<String> ice,
    Optional<String> address,
    Optional<Direction> direction,
    OptionalInt ptime,
    Optional<Boolean> rtcpMux) {}
