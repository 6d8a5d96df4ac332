package io.parley.farend;

import io.parley.sip.ReasonPhrase;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The subscription that a REFER makes: what becomes of it is told in NOTIFYs (RFC 3515 §2.4.4). */
record ReferSubscription(Desk desk) {
  private static final int ACCEPTED = 202;

  /** Takes a REFER. */
  void accept(Passage passage) {
    Leg leg = passage.from;
    leg.call.referred = true;
    ResponseBuilder ok = ResponseBuilder.to(passage.request, ACCEPTED);
    desk.speaker().respond(passage.request, ok.contact(desk.speaker().contact("", leg.transport)));
  }

  /**
   * Says that it is under way.
   *
   * @param then what follows once that was answered
   */
  void trying(Leg leg, Runnable then) {
    tell(leg, "active;expires=60", 100, then);
  }

  /**
   * Says what became of it; that is the end of the subscription (§2.4.7).
   *
   * @param status of the final response
   * @param then what follows once that was answered
   */
  void ended(Leg leg, int status, Runnable then) {
    tell(leg, "terminated;reason=noresource", status, then);
  }

  private void tell(Leg leg, String state, int status, Runnable then) {
    RequestBuilder out = leg.dialog.request("NOTIFY");
    out.contact(desk.speaker().contact("", leg.transport));
    out.header("Event", "refer").header("Subscription-State", state);
    byte[] body =
        ("SIP/2.0 " + status + " " + ReasonPhrase.of(status) + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    out.body("message/sipfrag;version=2.0", body);
    Passage passage = new Passage(null, null, leg);
    passage.concluded = then;
    try {
      passage.sent = desk.speaker().send(out, leg);
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      desk.settings().observer().lost(leg.dialog.callId(), e.getMessage());
    }
  }
}
