package io.parley.farend;

import io.parley.sip.Ids;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;

/**
 * The second server of the far end, which gets a call that the first cannot serve (RFC 3261
 * §21.5.4): at the same address, over the other of UDP and TCP.
 *
 * @param onward writes the INVITE that goes there
 */
record SecondServer(Desk desk, OnwardInvite onward) {

  /** Whether the call goes on there, and is on its way. */
  boolean takesOver(Passage passage, SipMessage response) {
    boolean due =
        desk.settings().service().failover()
            && passage.isInitial()
            && passage.isInvite()
            && response.status().orElse(0) == 503
            && !passage.rerouted
            && !passage.cancelWanted
            && passage.to.transport != Transport.TLS;
    return due && sent(passage);
  }

  private boolean sent(Passage passage) {
    Leg first = passage.to;
    Transport other = first.transport == Transport.UDP ? Transport.TCP : Transport.UDP;
    Leg second =
        new Leg(
            first.call, false, Ids.tag(), other, first.flow, desk.anchor().newPort(), first.judged);
    first.over = true;
    first.outgoing = null;
    Leg.pair(passage.from, second);
    passage.to = second;
    passage.rerouted = true;
    passage.provisional = false;
    second.outgoing = passage;
    try {
      passage.sent = desk.speaker().send(onward.of(passage), second);
      desk.table().addSent(passage);
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
