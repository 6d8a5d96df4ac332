package io.parley.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One acceptable way for a call to end.
 *
 * @param at where it is written
 * @param status any of these; empty when {@code repaired}
 * @param repaired 2xx to the caller, and the request that left the SBC is one the profile accepts
 * @param headers header expectations of that response
 * @param answer expectation of the SDP answer in it
 * @param within how long after the INVITE; empty = the target's final timer
 */
public record Outcome(
    SourcePosition at,
    List<StatusPattern> status,
    boolean repaired,
    List<HeaderCheck> headers,
    Optional<SdpExpectation> answer,
    Optional<Duration> within) {}
