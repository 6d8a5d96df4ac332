package io.parley.farend;

import io.parley.model.OfferSpec;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sip.Ids;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.util.Optional;

/** Calls of our own to a user of ours: at the URI that the user registered, by the way it came. */
final class CallingBack {
  private final Desk desk;
  private final Sessions sessions;

  CallingBack(Desk desk, Sessions sessions) {
    this.desk = desk;
    this.sessions = sessions;
  }

  /** A leg to that place. */
  Leg leg(Call call, Place place) {
    return new Leg(
        call,
        true,
        Ids.tag(),
        place.flow().transport(),
        place.flow().remote(),
        desk.anchor().newPort(),
        false);
  }

  /** The INVITE; its Request-URI is what was registered (RFC 3261 §16.6). */
  RequestBuilder invite(Leg leg, Place place, OwnCall own) {
    RequestBuilder out =
        RequestBuilder.of("INVITE", place.uri())
            .from("<sip:" + own.caller() + "@" + desk.speaker().host() + ">", leg.localTag)
            .to("<" + place.uri() + ">")
            .cseq(1)
            .callId(own.callId())
            .maxForwards()
            .contact(desk.speaker().contact(own.caller(), leg.transport))
            .header("Allow", desk.speaker().allow());
    sessions.requests(leg).ask(leg, null, out);
    byte[] body = OfferBuilder.build(own.offer(), media(leg), leg.session);
    if (body.length > 0) {
      leg.session = leg.session.next();
      leg.described = Speaker.Body.sdp(body);
      out.body("application/sdp", body);
    }
    return out;
  }

  /** The answer that the ACK carries where the 2xx has the offer (RFC 3261 §13.2.2.4). */
  Optional<byte[]> answer(Passage passage, SipMessage response) {
    Optional<Sdp> offer = response.sdp().map(p -> Sdp.of(p.bytes()));
    if (passage.carriesOffer() || offer.isEmpty()) {
      return Optional.empty();
    }
    Leg leg = passage.to;
    Answer made = AnswerBuilder.answer(offer.get(), OfferSpec.EMPTY, media(leg), leg.session);
    leg.session = leg.session.next();
    return made instanceof Answer.Made m ? Optional.of(m.body()) : Optional.empty();
  }

  private MediaPlace media(Leg leg) {
    return new MediaPlace(desk.anchor().address(), leg.mediaPort);
  }
}
