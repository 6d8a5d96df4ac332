package io.parley.farend;

import io.parley.sip.Ids;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;

/**
 * The next server of the far end, which gets a call that the one before cannot serve (RFC 3261
 * §21.5.4). Any other refusal is the far end's word, which the caller gets.
 *
 * @param onward writes the INVITE that goes there
 */
record NextServer(Desk desk, OnwardInvite onward) {

  /** Whether the call goes on there, and is on its way. */
  boolean takesOver(Passage passage, SipMessage response) {
    boolean due =
        passage.isInitial()
            && passage.isInvite()
            && response.status().orElse(0) == 503
            && !passage.cancelWanted;
    return due && goesOn(passage);
  }

  private boolean goesOn(Passage passage) {
    while (!passage.further.isEmpty()) {
      FarEndServer next = passage.further.removeFirst();
      if (desk.monitor().isInService(next) && sent(passage, next)) {
        return true;
      }
    }
    return false;
  }

  private boolean sent(Passage passage, FarEndServer next) {
    Leg before = passage.to;
    Transport incoming = passage.from.transport;
    Leg leg =
        new Leg(
            before.call,
            false,
            Ids.tag(),
            next.onward(incoming),
            next.place(incoming),
            desk.anchor().newPort(),
            before.judged);
    before.over = true;
    before.outgoing = null;
    Leg.pair(passage.from, leg);
    passage.to = leg;
    passage.provisional = false;
    leg.outgoing = passage;
    try {
      passage.sent = desk.speaker().send(onward.of(passage), leg);
      desk.table().addSent(passage);
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
