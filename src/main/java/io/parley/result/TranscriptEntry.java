package io.parley.result;

import io.parley.sip.SipMessage;
import io.parley.wire.Frame;

/**
 * One message of a case.
 *
 * @param actor the actor of ours that sent or received it
 * @param frame bytes, time, flow
 * @param message the lenient view
 * @param retransmission whether the same bytes, or the same response to the same request, crossed
 *     before
 * @param cleanup whether it belongs to our clean-up after the script
 */
public record TranscriptEntry(
    String actor, Frame frame, SipMessage message, boolean retransmission, boolean cleanup) {}
