package io.parley.sip;

import io.parley.wire.Frame;

/**
 * A message that reached an endpoint of ours.
 *
 * @param frame its bytes, time and flow
 * @param message the lenient view of the bytes
 */
public record Arrival(Frame frame, SipMessage message) {}
