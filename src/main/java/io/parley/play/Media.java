package io.parley.play;

import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.Continuity;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import io.parley.sip.SipMessage;
import java.util.Optional;

/**
 * The offer/answer state of one party (RFC 3264): who offered what, and which of the two an SDP
 * that arrives is. One exchange after the other; each begins with an INVITE or with an offer.
 */
final class Media {
  private static final Optional<String> ACTOR = Optional.of("actor");

  private final MediaPlace place;
  private SdpSession session = SdpSession.fresh();
  private byte[] lastSent;
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

  /** An INVITE without a description: the next one is an offer of who answers it. */
  private void begin() {
    offerSent = null;
    offerReceived = null;
    answerReceived = null;
    answerSent = null;
  }

  /**
   * Makes an offer and remembers it; no bytes for a spec that says there is none. A spec that
   * builds on the actor's own builds on what was described last, once there is such a thing.
   */
  byte[] offer(OfferSpec spec) {
    begin();
    OfferSpec whole =
        spec.base().equals(ACTOR) && lastSent != null
            ? spec.over(Continuity.spec(Sdp.of(lastSent)))
            : spec;
    byte[] body = OfferBuilder.build(whole, place, session, former());
    if (body.length > 0) {
      offerSent = sent(body);
    }
    return body;
  }

  /** What to offer where nothing is said: the actor's own, or once more what we described last. */
  Optional<OfferSpec> again(Optional<OfferSpec> own) {
    return lastSent == null ? own : Optional.of(Continuity.spec(Sdp.of(lastSent)));
  }

  /** Makes the answer to the offer received, by RFC 3264 from what the spec supports. */
  byte[] answer(OfferSpec spec) {
    if (spec.isNone()) {
      return new byte[0];
    }
    if (spec.raw().isPresent()) {
      answerSent = sent(OfferBuilder.build(spec, place, session));
    } else if (offerReceived == null) {
      return offer(spec);
    } else {
      Sdp offer = Sdp.of(offerReceived);
      answerSent = sent(made(AnswerBuilder.answer(offer, spec, place, session, former())));
    }
    return answerSent;
  }

  /** Every description of ours raises the version of the session (RFC 3264 §8). */
  private byte[] sent(byte[] body) {
    session = session.next();
    lastSent = body;
    return body;
  }

  private Optional<Sdp> former() {
    return Optional.ofNullable(lastSent).map(Sdp::of);
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
      if (message.isRequest() && message.method().equals("INVITE")) {
        begin();
      }
      return;
    }
    boolean answers = offerSent != null && (message.isResponse() || message.method().equals("ACK"));
    if (answers) {
      answerReceived = message.body();
      lastReceived = Role.ANSWER;
    } else {
      begin();
      offerReceived = message.body();
      lastReceived = Role.OFFER;
    }
  }

  /** The offer of the last exchange, whoever made it. */
  Optional<byte[]> lastOffer() {
    return offerSent().or(this::offerReceived);
  }

  /** The answer of the last exchange, if it came. */
  Optional<byte[]> lastAnswer() {
    return answerSent().or(this::answerReceived);
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
