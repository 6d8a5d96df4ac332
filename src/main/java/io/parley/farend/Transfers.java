package io.parley.farend;

import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Transfers that are asked of us in calls that we treat (RFC 3515): we call nobody at another's
 * word, but say that it came off, so that the other side goes on as after a transfer.
 */
final class Transfers {
  private static final int ACCEPTED = 202;

  private final Desk desk;

  Transfers(Desk desk) {
    this.desk = desk;
  }

  /** Takes a REFER: 202, and what becomes of it in two NOTIFYs, one after the other (§2.4.4). */
  void take(Passage passage) {
    Leg leg = passage.from;
    leg.call.referred = true;
    ResponseBuilder ok = ResponseBuilder.to(passage.request, ACCEPTED);
    desk.speaker().respond(passage.request, ok.contact(desk.speaker().contact("", leg.transport)));
    tell(
        leg,
        "active;expires=60",
        "SIP/2.0 100 Trying",
        () -> tell(leg, "terminated;reason=noresource", "SIP/2.0 200 OK", () -> {}));
  }

  private void tell(Leg leg, String state, String fragment, Runnable then) {
    RequestBuilder out = leg.dialog.request("NOTIFY");
    out.contact(desk.speaker().contact("", leg.transport));
    out.header("Event", "refer").header("Subscription-State", state);
    byte[] body = (fragment + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
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
