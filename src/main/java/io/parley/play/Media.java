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
 * The offer/answer state of one dialog (RFC 3264): who offered what, and which of the two an SDP
 * that arrives is. One exchange after the other; that of the INVITE is kept apart, since a PRACK or
 * an UPDATE may begin the next one before the INVITE has its final response (RFC 3262 §5, RFC 3311
 * §5.1).
 */
final class Media {
  private static final Optional<String> ACTOR = Optional.of("actor");

  private final MediaPlace place;
  private SdpSession session = SdpSession.fresh();
  private byte[] lastSent;
  private Exchange current = Exchange.none();
  private Exchange invite = current;

  /** What an SDP is. */
  enum Role {
    NONE,
    OFFER,
    ANSWER
  }

  Media(MediaPlace place) {
    this.place = place;
  }

  /** The same for a dialog that a response makes: the offer is shared, each has its own answer. */
  Media fork() {
    Media out = new Media(place);
    out.session = session;
    out.lastSent = lastSent;
    out.current = current.copy();
    out.invite = invite == current ? out.current : invite.copy();
    return out;
  }

  /**
   * Makes an offer and remembers it; no bytes for a spec that says there is none. A spec that
   * builds on the actor's own builds on what was described last, once there is such a thing.
   */
  byte[] offer(OfferSpec spec) {
    OfferSpec whole =
        spec.base().equals(ACTOR) && lastSent != null
            ? spec.over(Continuity.spec(Sdp.of(lastSent)))
            : spec;
    byte[] body = OfferBuilder.build(whole, place, session, former());
    current = body.length > 0 ? Exchange.ours(sent(body)) : Exchange.none();
    return body;
  }

  /** The same in an INVITE, or in a response to one that has no offer. */
  byte[] offerOfInvite(OfferSpec spec) {
    byte[] body = offer(spec);
    invite = current;
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
    byte[] body;
    if (spec.raw().isPresent()) {
      body = OfferBuilder.build(spec, place, session);
    } else if (current.isOurs() || current.isEmpty()) {
      return offerOfInvite(spec);
    } else {
      Sdp offer = Sdp.of(current.offer().orElseThrow());
      body = made(AnswerBuilder.answer(offer, spec, place, session, former()));
    }
    sent(body);
    if (!current.isOurs()) {
      current.answered(body, false);
    }
    return body;
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

  /** Takes the SDP of a message that arrived; what it is. */
  Role received(SipMessage message) {
    boolean toInvite = message.method().equals("INVITE") || message.method().equals("ACK");
    if (!message.hasSdp()) {
      if (message.isRequest() && message.method().equals("INVITE")) {
        current = Exchange.none();
        invite = current;
      }
      return Role.NONE;
    }
    boolean delayed = message.method().equals("PRACK") && invite.isOurs() && invite.isOpen();
    if (message.isResponse() ? toInvite : toInvite && !isInvite(message) || delayed) {
      return ofInvite(message);
    }
    if (message.isResponse() && current.isOurs()) {
      current.answered(sdp(message), true);
      return Role.ANSWER;
    }
    return offered(message);
  }

  /** The description: the body, or the part of it that is one. */
  private static byte[] sdp(SipMessage message) {
    return message.sdp().orElseThrow().bytes();
  }

  private static boolean isInvite(SipMessage request) {
    return request.method().equals("INVITE");
  }

  /** A response to the INVITE, its ACK, or the PRACK that has the answer. */
  private Role ofInvite(SipMessage message) {
    if (invite.isOurs()) {
      int status = message.status().orElse(200);
      invite.answered(sdp(message), status >= 200 || Reliability.of(message).isPresent());
      return Role.ANSWER;
    }
    if (message.isResponse() && invite.answer().isPresent()) {
      return Role.NONE; // the offer was made and answered before, reliably
    }
    Role role = offered(message);
    invite = current;
    return role;
  }

  private Role offered(SipMessage message) {
    current = Exchange.theirs(sdp(message));
    invite = message.isRequest() && isInvite(message) ? current : invite;
    return Role.OFFER;
  }

  /** The last exchange, whoever began it. */
  Exchange last() {
    return current;
  }

  /** The exchange of the last INVITE. */
  Exchange ofInvite() {
    return invite;
  }

  /** Whether an offer of theirs waits for our answer. */
  boolean owesAnswer() {
    return !current.isOurs() && current.isOpen();
  }
}
