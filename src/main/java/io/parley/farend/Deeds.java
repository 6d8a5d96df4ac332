package io.parley.farend;

import io.parley.model.Direction;
import io.parley.sip.RequestBuilder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;

/** Does in a call what its treatment says, one thing after the other. */
final class Deeds {
  /** How long until the next try, where a request of the other side is under way (RFC 3261 §14). */
  private static final Duration SOON = Duration.ofMillis(200);

  private final Desk desk;
  private final Hangup hangup;
  private final Sessions sessions;

  Deeds(Desk desk, Hangup hangup, Sessions sessions) {
    this.desk = desk;
    this.hangup = hangup;
    this.sessions = sessions;
  }

  /** The call is up. */
  void begin(Leg leg) {
    next(leg, leg.treatment.deeds().iterator());
  }

  private void next(Leg leg, Iterator<Treatment.Deed> left) {
    if (left.hasNext()) {
      Treatment.Deed deed = left.next();
      desk.after(leg.treatment.pace(), () -> perform(leg, deed, left));
    }
  }

  private void perform(Leg leg, Treatment.Deed deed, Iterator<Treatment.Deed> left) {
    if (leg.over) {
      return;
    }
    if (leg.outgoing != null || leg.incoming != null) {
      desk.after(SOON, () -> perform(leg, deed, left));
      return;
    }
    switch (deed) {
      case HOLD -> change(leg, Direction.SENDONLY, left);
      case RESUME -> change(leg, Direction.SENDRECV, left);
      case HANG_UP -> hangup.end(leg);
    }
  }

  private void change(Leg leg, Direction direction, Iterator<Treatment.Deed> left) {
    Speaker.Body last = leg.described;
    leg.described = Speaker.Body.sdp(NextDescription.of(last.bytes(), leg.session, direction));
    leg.session = leg.session.next();
    RequestBuilder out = leg.dialog.request("INVITE");
    out.contact(desk.speaker().contact("", leg.transport));
    sessions.requests(leg).ask(leg, null, out);
    out.body(leg.described.type(), leg.described.bytes());
    Passage passage = new Passage(null, null, leg);
    passage.concluded = () -> next(leg, left);
    try {
      passage.sent = desk.speaker().send(out, leg);
      leg.outgoing = passage;
      desk.table().addSent(passage);
    } catch (UncheckedIOException e) {
      hangup.forget(leg.call);
    }
  }
}
