package io.parley.sip;

import io.parley.wire.Flow;
import io.parley.wire.Frame;

/**
 * What an endpoint tells its user. Called on socket threads: an implementation only enqueues, never
 * blocks, never throws.
 *
 * <p>Everything is told from the tap, exact bytes in wire order, retransmissions and the stack's
 * own answers included.
 */
public interface SipListener {

  /** What becomes of an arrival after it was told. */
  enum Handling {
    /**
     * The transaction layer gets it too: absorbs retransmissions, stops timers, sends ACK to
     * non-2xx.
     */
    DELIVER,
    /** The same, but the transaction layer says nothing by itself: no 100, no ACK to a non-2xx. */
    DELIVER_MUTE,
    /** The transaction layer never sees it. */
    WITHHOLD
  }

  /**
   * Asked before anything else is done with what came: whether it is to be read at all. May hold
   * the reader of a connection up for as long as that is to be read no further.
   */
  default boolean admits(Frame frame) {
    return true;
  }

  /** A message arrived. */
  Handling arrived(Arrival arrival);

  /** A message left, ours or the transaction layer's own (retransmission, ACK, 100). */
  default void left(Frame frame, SipMessage message) {}

  /**
   * A flow failed.
   *
   * @param flow which; local port 0 when no connection came to be
   * @param callId the call it was needed for, empty text when not known
   * @param reason in words: port unreachable, connection refused, reset by peer, closed by peer
   */
  default void failed(Flow flow, String callId, String reason) {}

  /** A client transaction ended without a final response (timer B or F, RFC 3261 §17.1). */
  default void timedOut(SipMessage request) {}
}
