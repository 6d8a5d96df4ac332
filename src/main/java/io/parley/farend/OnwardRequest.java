package io.parley.farend;

import io.parley.profile.SessionBody;
import io.parley.sip.HeaderField;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.util.List;

/** Sends a request within a dialog on to the other leg of its call. */
record OnwardRequest(Desk desk, Hangup hangup, Sessions sessions) {

  /** Sends it; where it cannot go, who sent it is told so. */
  void send(Passage passage) {
    Leg to = passage.to;
    SipMessage in = passage.request.message();
    if (to.dialog == null || !to.takes(in.method())) {
      hangup.refuse(passage, ResponseBuilder.to(passage.request, 481));
      return;
    }
    to.call.referred |= in.method().equals("REFER");
    RequestBuilder out = to.dialog.request(in.method());
    out.contact(desk.speaker().contact("", to.transport));
    if (passage.acknowledges != null) {
      out.header("RAck", passage.acknowledges.rack());
    }
    if (passage.isInvite()) {
      desk.reliability(in, out);
    }
    List<HeaderField> headers = PassingHeaders.of(in);
    headers.forEach(h -> out.header(h.name(), h.value()));
    if (in.method().equals("INVITE") || in.method().equals("UPDATE")) {
      sessions.requests(to).ask(to, in, out);
    }
    desk.speaker().passing(in, to).ifPresent(b -> out.body(b.type(), b.bytes()));
    underWay(passage);
    try {
      passage.sent = desk.speaker().send(out, to);
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      hangup.refuse(passage, ResponseBuilder.to(passage.request, 503));
    }
  }

  /** What must not be crossed until it is answered. A PRACK may have the answer to their offer. */
  private static void underWay(Passage passage) {
    SipMessage request = passage.request.message();
    if (passage.isInvite()) {
      passage.to.outgoing = passage;
    }
    if (request.method().equals("UPDATE")) {
      passage.from.updating = passage;
    }
    if (SessionBody.of(request).sdp().isPresent()) {
      boolean answers = passage.acknowledges != null && passage.to.offered != null;
      passage.to.offered = answers ? null : passage.to.offered;
      passage.from.offered = answers ? passage.from.offered : passage;
    }
  }
}
