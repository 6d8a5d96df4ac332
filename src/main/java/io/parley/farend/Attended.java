package io.parley.farend;

import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;

/** Treats calls as their numbers say: rings, refuses, answers, does things in them, calls back. */
final class Attended {
  private static final int EARLY_MEDIA = 183;

  private final Desk desk;
  private final Hangup hangup;
  private final OwnAnswer ownAnswer;
  private final Deeds deeds;
  private final Dialling dialling;

  Attended(Desk desk, Hangup hangup, OwnAnswer ownAnswer, Sessions sessions, Dialling dialling) {
    this.desk = desk;
    this.hangup = hangup;
    this.ownAnswer = ownAnswer;
    this.deeds = new Deeds(desk, hangup, sessions);
    this.dialling = dialling;
  }

  /** Treats a call that has begun. */
  void take(Passage passage) {
    Treatment treatment = passage.from.treatment;
    if (treatment.silence().isZero()) {
      begin(passage);
    } else {
      desk.after(treatment.silence(), () -> begin(passage));
    }
  }

  private void begin(Passage passage) {
    if (passage.answered) {
      return;
    }
    Treatment treatment = passage.from.treatment;
    desk.speaker().respond(passage.request, 100);
    treatment.progress().ifPresent(status -> progress(passage, status));
    if (treatment.ringing().isZero()) {
      finish(passage);
    } else {
      desk.after(treatment.ringing(), () -> finish(passage));
    }
  }

  private void progress(Passage passage, int status) {
    ResponseBuilder out = ResponseBuilder.to(passage.request, status);
    out.toTag(passage.from.localTag);
    out.contact(desk.speaker().contact("", passage.from.transport));
    if (status == EARLY_MEDIA) {
      ownAnswer.describe(passage).ifPresent(b -> out.body("application/sdp", b));
    }
    desk.speaker().respond(passage.request, out);
  }

  private void finish(Passage passage) {
    if (passage.answered) {
      return;
    }
    Treatment treatment = passage.from.treatment;
    treatment
        .refusal()
        .ifPresentOrElse(
            r ->
                hangup.refuse(
                    passage,
                    ResponseBuilder.to(passage.request, r.status())
                        .reason(r.phrase())
                        .toTag(passage.from.localTag)),
            () -> answer(passage));
    treatment.back().ifPresent(b -> desk.after(b.pause(), () -> callBack(passage.request, b)));
  }

  private void answer(Passage passage) {
    passage.from.whenConfirmed = () -> deeds.begin(passage.from);
    ownAnswer.give(passage);
  }

  private void callBack(Arrival request, OwnCall call) {
    SipMessage m = request.message();
    String user = SipUri.of(m.first("From").orElse("")).map(SipUri::user).orElse("");
    String contact =
        m.list("Contact").stream().map(SipUri::bare).findFirst().orElse(m.requestUri());
    Place asCalled = new Place(contact, request.frame().flow());
    dialling.call(desk.registrar().place(user).orElse(asCalled), call);
  }
}
