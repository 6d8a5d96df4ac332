package io.parley.play.dialog;

import io.parley.model.FindingKind;
import io.parley.model.OfferSpec;
import io.parley.play.message.Unplayable;
import io.parley.sdp.Answer;
import io.parley.sdp.AnswerBuilder;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sip.Reliable;
import io.parley.sip.SipMessage;
import java.util.Optional;

/**
 * The offer/answer state of one dialog (RFC 3264): who offered what, and which of the two an SDP
 * that arrives is. One exchange after the other; that of the INVITE is kept apart, since a PRACK or
 * an UPDATE may begin the next one before the INVITE has its final response (RFC 3262 §5, RFC 3311
 * §5.1).
 */
public final class Media {
  private final MediaPlace place;
  private OwnDescriptions own = new OwnDescriptions();
  private Exchange current = Exchange.none();
  private Exchange invite = current;
  private Exchange latest = current;

  /** What an SDP is. */
  public enum Role {
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
    out.own = own.copy();
    out.current = current.copy();
    out.invite = invite == current ? out.current : invite.copy();
    out.latest = out.current;
    return out;
  }

  /**
   * Makes an offer and remembers it; no bytes for a spec that says there is none. A spec that
   * builds on the actor's own builds on what was described last, once there is such a thing.
   */
  public byte[] offer(OfferSpec spec) {
    byte[] body = OfferBuilder.build(own.whole(spec), place, own.session(), own.last());
    begin(body.length > 0 ? standing().ours(own.sent(body)) : standing().open());
    return body;
  }

  private void begin(Exchange next) {
    current = next;
    latest = next;
  }

  /** The same in an INVITE, or in a response to one that has no offer. */
  public byte[] offerOfInvite(OfferSpec spec) {
    byte[] body = offer(spec);
    invite = current;
    return body;
  }

  /** What to offer where nothing is said: the actor's own, or once more what we described last. */
  public Optional<OfferSpec> again(Optional<OfferSpec> actors) {
    return own.again(actors);
  }

  /** Makes the answer to the offer received, by RFC 3264 from what the spec supports. */
  public byte[] answer(OfferSpec spec) {
    if (spec.isNone()) {
      return new byte[0];
    }
    byte[] body;
    if (spec.raw().isPresent()) {
      body = OfferBuilder.build(spec, place, own.session());
    } else if (standing().isOurs() || standing().isEmpty()) {
      return offerOfInvite(spec);
    } else {
      Sdp offer = Sdp.of(standing().offer().orElseThrow());
      body = made(AnswerBuilder.answer(offer, spec, place, own.session(), own.last()));
    }
    own.sent(body);
    if (!standing().isOurs()) {
      standing().answered(body);
    }
    return body;
  }

  /** What we described last; empty = nothing yet. */
  public Optional<Sdp> described() {
    return own.last();
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
    boolean inviting = message.isRequest() && message.method().equals("INVITE");
    if (!message.hasSdp()) {
      if (inviting) {
        begin(standing().open());
        invite = current;
      }
      return Role.NONE;
    }
    if (inviting) {
      invite = offered(message);
      return Role.OFFER;
    }
    if (isOfInvite(message)) {
      return ofInvite(message);
    }
    if (message.isResponse() && standing().isOurs()) {
      standing().answered(sdp(message));
      standing().settle();
      return Role.ANSWER;
    }
    offered(message);
    return Role.OFFER;
  }

  /** The description: the body, or the part of it that is one. */
  private static byte[] sdp(SipMessage message) {
    return message.sdp().orElseThrow().bytes();
  }

  /** A response to the INVITE, its ACK, or the PRACK that has the answer to our offer. */
  private boolean isOfInvite(SipMessage message) {
    Exchange of = ofInvite();
    return switch (message.method()) {
      case "INVITE", "ACK" -> true;
      case "PRACK" -> message.isRequest() && of.isOurs() && of.isOpen();
      default -> false;
    };
  }

  private Role ofInvite(SipMessage message) {
    Exchange of = ofInvite();
    if (of.isOurs()) {
      of.answered(sdp(message));
      if (message.status().orElse(200) >= 200 || Reliable.of(message).isPresent()) {
        of.settle();
      }
      return Role.ANSWER;
    }
    if (message.isResponse() && of.answer().isPresent()) {
      return Role.NONE; // the offer was made and answered before, reliably
    }
    invite = offered(message);
    return Role.OFFER;
  }

  private Exchange offered(SipMessage message) {
    begin(standing().theirs(sdp(message)));
    return current;
  }

  /** The last exchange, whoever began it, refused or not. */
  public Exchange latest() {
    return latest;
  }

  /** The last exchange that was not refused. */
  public Exchange standing() {
    return current.standing();
  }

  /** The exchange of the last INVITE that was not refused. */
  public Exchange ofInvite() {
    return invite.standing();
  }

  /** Whether an offer of theirs waits for our answer. */
  public boolean owesAnswer() {
    return !standing().isOurs() && standing().isOpen();
  }
}
