package io.parley.farend;

import io.parley.profile.Ruling;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.util.List;

/**
 * Watches what an SBC receives, decides and sends. Called on its threads: an implementation only
 * takes note, never blocks, never throws.
 */
public interface SbcObserver {

  /** Watches nothing. */
  SbcObserver NONE = new SbcObserver() {};

  /** A message came or went, retransmissions included; on a socket or timer thread. */
  default void crossed(Frame frame, SipMessage message) {}

  /**
   * A request was judged, before it is answered.
   *
   * @param request INVITE or UPDATE, at the beginning of a call or within one
   * @param ruling what becomes of it
   * @param objections everything the profile has against it, the deciding one first
   */
  default void judged(Arrival request, Ruling ruling, List<Ruling.Refuse> objections) {}

  /**
   * An OPTIONS outside of any call was judged, before it is answered.
   *
   * @param objections everything the profile has against it, the deciding one first
   */
  default void asked(Arrival options, Ruling ruling, List<Ruling.Refuse> objections) {}

  /**
   * A call of its own cannot be made, or was not answered.
   *
   * @param reason in words
   */
  default void lost(String callId, String reason) {}
}
