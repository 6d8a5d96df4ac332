package io.parley.play.agent;

import io.parley.model.Actor;
import io.parley.model.OfferSpec;
import io.parley.play.dialog.Fork;
import io.parley.play.dialog.Media;
import io.parley.play.message.Outbox;
import io.parley.sip.Arrival;
import io.parley.sip.Reliable;
import io.parley.sip.RequestBuilder;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Optional;

/**
 * What a user agent does without a script saying so: acknowledge, answer BYE and CANCEL, let go of
 * a call.
 */
public final class Reflexes {
  private final Actor actor;
  private final Call call;
  private final Acknowledgement acknowledgement;
  private final Answering answering;
  private final HangUp hangUp;

  Reflexes(Actor actor, Call call, Acknowledgement acknowledgement) {
    this.actor = actor;
    this.call = call;
    this.acknowledgement = acknowledgement;
    this.answering = new Answering(actor, call);
    this.hangUp = new HangUp(actor, call, acknowledgement);
  }

  /** How it answers what no script answers. */
  Answering answering() {
    return answering;
  }

  /** How it lets go of the call. */
  public HangUp hangUp() {
    return hangUp;
  }

  /**
   * Does what a user agent does by itself: ACK to 2xx, PRACK to reliable provisionals, 200 to
   * CANCEL and BYE, 487 after CANCEL.
   *
   * @param scripted whether a later step sends the ACK or PRACK, or answers the request
   * @param kept whether a step waits for a second fork's answer, which is hung up otherwise
   */
  public void react(Event.Arrived arrived, boolean scripted, boolean kept) {
    SipMessage message = arrived.arrival().message();
    if (message.isResponse()) {
      responded(arrived, scripted, kept);
    } else if (!arrived.again()) {
      requested(arrived.arrival(), scripted);
    }
  }

  private void responded(Event.Arrived arrived, boolean scripted, boolean kept) {
    SipMessage message = arrived.arrival().message();
    boolean answered = message.method().equals("INVITE") && message.status().orElse(0) / 100 == 2;
    if (answered && arrived.again()) {
      call.acknowledgeAgain(message);
    } else if (answered) {
      accepted(message, scripted, kept);
    } else if (!arrived.again()) {
      progressed(message, scripted);
      refused(message, scripted);
    }
  }

  /** Acknowledges a reliable provisional response that came in order (RFC 3262 §4). */
  private void progressed(SipMessage response, boolean scripted) {
    Optional<Reliable> reliable = Reliable.of(response);
    Optional<Fork> fork = reliable.flatMap(r -> call.leg().forks().from(response));
    boolean inOrder =
        fork.map(f -> f.provisionals().received(response, reliable.get())).orElse(false);
    if (inOrder && !scripted && actor.manners().pracks()) {
      call.prack(fork.get(), out -> describe(fork.get().media(), out));
    }
  }

  private void describe(Media media, RequestBuilder prack) {
    if (media.owesAnswer()) {
      byte[] body = media.answer(actor.answer().orElse(OfferSpec.EMPTY));
      if (body.length > 0) {
        prack.body("application/sdp", body);
      }
    }
  }

  /** Acknowledges a 2xx; the call of another fork that answered too is ended (§13.2.2.4). */
  private void accepted(SipMessage response, boolean scripted, boolean kept) {
    Fork fork = call.leg().forks().from(response).orElse(null);
    boolean other = !call.leg().owns(response) && !kept;
    if (fork != null && other) {
      call.acknowledge(fork, OfferSpec.EMPTY, List.of());
    } else if (fork != null && !scripted) {
      acknowledgement.accepted(fork);
    }
    if (fork != null && other) {
      call.hangUp(fork);
    }
  }

  private void refused(SipMessage response, boolean scripted) {
    boolean refusal = response.status().orElse(0) >= 300;
    if (refusal && !scripted && call.leg().own().answersInvite(response)) {
      acknowledgement.refused(response);
    }
  }

  private void requested(Arrival arrival, boolean scripted) {
    SipMessage message = arrival.message();
    switch (message.method()) {
      case "ACK" -> {}
      case "CANCEL" -> cancelled(arrival);
      case "PRACK" -> acknowledged(arrival, scripted);
      case "INVITE", "UPDATE" -> {
        if (!scripted && !call.leg().their().isFirst(arrival)) {
          answering.refresh(arrival);
        }
      }
      default -> other(arrival, scripted);
    }
  }

  private void acknowledged(Arrival prack, boolean scripted) {
    boolean known = call.leg().acknowledges(prack.message());
    if (!scripted) {
      answering.acknowledged(prack, known);
    }
  }

  private void other(Arrival arrival, boolean scripted) {
    String method = arrival.message().method();
    if (!scripted) {
      ResponseBuilder ok = ResponseBuilder.to(arrival, 200);
      if (method.equals("OPTIONS")) {
        ok.header("Allow", Outbox.ALLOW);
      }
      call.respond(arrival, ok.build());
    }
    if (method.equals("BYE") && !call.leg().isAnswered()) {
      terminated(); // RFC 3261 §15.1.2
    }
  }

  private void terminated() {
    if (call.leg().their().isPending()) {
      Arrival invite = call.leg().their().incoming().orElseThrow();
      call.respond(invite, ResponseBuilder.to(invite, 487).build());
    }
  }

  private void cancelled(Arrival cancel) {
    call.endpoint()
        .respond(
            cancel,
            ResponseBuilder.to(cancel, call.leg().their().incoming().isPresent() ? 200 : 481)
                .build());
    terminated();
  }

  /** A message after the end: an answered call is still let go of. */
  void settleLate(Arrival arrival, boolean again) {
    boolean caller = actor.role() == Actor.Role.CALLER;
    SipMessage message = arrival.message();
    call.leg().received(arrival, again);
    if (message.isResponse()) {
      boolean answered = message.method().equals("INVITE") && message.status().orElse(0) / 100 == 2;
      if (answered && caller) {
        if (call.leg().ackTo(message).isPresent()) {
          call.acknowledgeAgain(message);
        } else {
          hangUp.release();
        }
      }
    } else if (!message.method().equals("ACK")) {
      call.endpoint()
          .respond(
              arrival,
              ResponseBuilder.to(arrival, message.method().equals("BYE") ? 200 : 481).build());
    }
  }
}
