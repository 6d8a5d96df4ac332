package io.parley.play;

import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sip.SipMessage;
import java.util.Optional;

/**
 * The offer/answer state of one party (RFC 3264): who offered what, and which of the two an SDP
 * that arrives is.
 */
final class Media {
  private final MediaPlace place;
  private SdpSession session = SdpSession.fresh();
  private byte[] offerSent;
  private byte[] offerReceived;
  private byte[] answerReceived;
  private byte[] answerSent;
  private Role lastReceived = Role.NONE;

  /** What an SDP is. */
  enum Role {
    NONE,
    OFFER,
    ANSWER
  }

  Media(MediaPlace place) {
    this.place = place;
  }

  /** Makes an offer and remembers it; no bytes for a spec that says there is none. */
  byte[] offer(OfferSpec spec) {
    byte[] body = OfferBuilder.build(spec, place, session);
    session = session.next();
    if (body.length > 0) {
      offerSent = body;
      answerReceived = null;
    }
    return body;
  }

  /** Makes the answer to the offer received, by RFC 3264 from what the spec supports. */
  byte[] answer(OfferSpec spec) {
    if (spec.isNone()) {
      return new byte[0];
    }
    if (spec.raw().isPresent()) {
      answerSent = OfferBuilder.build(spec, place, session);
    } else if (offerReceived == null) {
      return offer(spec);
    } else {
      answerSent = made(AnswerBuilder.answer(Sdp.of(offerReceived), spec, place, session));
    }
    session = session.next();
    return answerSent;
  }

  private static byte[] made(Answer answer) {
    if (answer instanceof Answer.Made made) {
      return made.body();
    }
    String why = ((Answer.Refused) answer).words();
    throw new Unplayable(FindingKind.SDP, "the offer that arrived cannot be answered: " + why);
  }

  /** Sorts an SDP that arrived. */
  void received(SipMessage message) {
    lastReceived = Role.NONE;
    if (!message.hasSdp()) {
      return;
    }
    boolean answers =
        offerSent != null
            && answerSent == null
            && (message.isResponse() || message.method().equals("ACK"));
    if (answers) {
      answerReceived = message.body();
      lastReceived = Role.ANSWER;
    } else {
      offerReceived = message.body();
      answerSent = null;
      lastReceived = Role.OFFER;
    }
  }

  /** What the SDP that arrived last was. */
  Role lastReceived() {
    return lastReceived;
  }

  Optional<byte[]> offerSent() {
    return Optional.ofNullable(offerSent);
  }

  Optional<byte[]> offerReceived() {
    return Optional.ofNullable(offerReceived);
  }

  Optional<byte[]> answerSent() {
    return Optional.ofNullable(answerSent);
  }

  Optional<byte[]> answerReceived() {
    return Optional.ofNullable(answerReceived);
  }

  /** Whether an offer of theirs waits for our answer. */
  boolean owesAnswer() {
    return offerReceived != null && answerSent == null;
  }
}
