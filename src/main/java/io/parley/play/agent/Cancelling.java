package io.parley.play.agent;

import io.parley.model.FindingKind;
import io.parley.model.HeaderEdit;
import io.parley.model.MessageMutation;
import io.parley.play.message.MessageMutator;
import io.parley.play.message.Unplayable;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.util.List;

/** Takes the INVITE of a call back (RFC 3261 §9.1). */
record Cancelling(Call call) {

  /** Sends CANCEL. */
  SipMessage send() {
    return send(List.of(), List.of());
  }

  /** Sends CANCEL with other headers; one with faults cancels nothing, and is sent once. */
  SipMessage send(List<HeaderEdit> headers, List<MessageMutation> mutations) {
    SipMessage invite =
        call.leg()
            .own()
            .invite()
            .orElseThrow(() -> new Unplayable(FindingKind.HARNESS, "there is no INVITE to cancel"));
    SipMessage good = call.outbox().edit(RequestBuilder.cancelling(invite), headers).build();
    if (mutations.isEmpty()) {
      call.leg().own().lastInvite().cancelling();
      call.endpoint().send(good, call.transport(), call.destination());
      return good;
    }
    SipMessage bad = SipMessage.of(MessageMutator.apply(good.bytes(), mutations));
    call.sendStateless(bad, call.destination());
    return bad;
  }
}
