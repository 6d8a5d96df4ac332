package io.parley.farend;

import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import io.parley.profile.MediaPolicy;
import io.parley.profile.SessionBody;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.Media;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sip.ResponseBuilder;
import java.util.Optional;

/** Answers calls ourselves where nobody is at the far end: 200 with what the profile can do. */
final class OwnAnswer {
  private final Desk desk;
  private final Hangup hangup;
  private final Confirmations confirmations;
  private final Sessions sessions;

  OwnAnswer(Desk desk, Hangup hangup, Confirmations confirmations, Sessions sessions) {
    this.sessions = sessions;
    this.desk = desk;
    this.hangup = hangup;
    this.confirmations = confirmations;
  }

  /** Answers an INVITE or UPDATE. */
  void give(Passage passage) {
    Optional<byte[]> body = describe(passage);
    if (body.isEmpty()) {
      hangup.refuse(passage, to(passage, 488));
      return;
    }
    ResponseBuilder ok = to(passage, 200);
    ok.contact(desk.speaker().contact("", passage.from.transport));
    ok.header("Allow", desk.speaker().allow());
    if (body.get().length > 0) {
      passage.from.described = Speaker.Body.sdp(body.get());
      ok.body("application/sdp", body.get());
    }
    passage.answered = true;
    sessions.answer(passage.from, passage.request.message(), ok);
    desk.speaker().respond(passage.request, ok);
    if (passage.isInvite()) {
      confirmations.await(passage);
    }
  }

  /**
   * Our description for a response, the same in each response to a request (RFC 3261 §13.2.1);
   * empty = what was offered cannot be taken.
   */
  Optional<byte[]> describe(Passage passage) {
    if (passage.described == null) {
      Optional<Sdp> offer = SessionBody.of(passage.request.message()).sdp();
      Optional<byte[]> made = offer.isPresent() ? answer(passage, offer.get()) : offered(passage);
      passage.described = made.orElse(null);
    }
    return Optional.ofNullable(passage.described);
  }

  private ResponseBuilder to(Passage passage, int status) {
    ResponseBuilder out = ResponseBuilder.to(passage.request, status);
    return passage.isInitial() ? out.toTag(passage.from.localTag) : out;
  }

  private Optional<byte[]> answer(Passage passage, Sdp offer) {
    boolean secure = offer.audio().filter(Media::isSecure).isPresent();
    Treatment treatment = passage.from.treatment;
    OfferSpec spec =
        treatment != null
            ? treatment.media()
            : OwnOffer.spec(policy(), secure ? Optional.of(keys()) : Optional.empty());
    Answer answer = AnswerBuilder.answer(offer, spec, place(passage), session(passage));
    return answer instanceof Answer.Made made ? Optional.of(made.body()) : Optional.empty();
  }

  /** Our offer where the INVITE has none; nothing to say in an UPDATE without one. */
  private Optional<byte[]> offered(Passage passage) {
    if (!passage.isInvite()) {
      return Optional.of(new byte[0]);
    }
    boolean secure = policy().srtpRequired();
    OfferSpec spec = OwnOffer.spec(policy(), Optional.of(secure ? keys() : new SrtpSpec.None()));
    return Optional.of(OfferBuilder.build(spec, place(passage), session(passage)));
  }

  private SrtpSpec keys() {
    return SrtpSpec.Sdes.of(policy().suites());
  }

  private MediaPolicy policy() {
    return desk.settings().profile().media();
  }

  private static SdpSession session(Passage passage) {
    SdpSession session = passage.from.session;
    passage.from.session = session.next();
    return session;
  }

  private MediaPlace place(Passage passage) {
    return new MediaPlace(desk.anchor().address(), passage.from.mediaPort);
  }
}
