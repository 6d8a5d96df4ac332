package io.parley.play;

import io.parley.model.Actor;
import io.parley.model.OfferSpec;
import io.parley.sip.Arrival;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipMessage;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What a user agent does without a script saying so: acknowledge, answer BYE and CANCEL, let go of
 * a call.
 */
final class Reflexes {
  private final Actor actor;
  private final Call call;
  private final Acknowledgement acknowledgement;

  Reflexes(Actor actor, Call call, Acknowledgement acknowledgement) {
    this.actor = actor;
    this.call = call;
    this.acknowledgement = acknowledgement;
  }

  /**
   * Does what a user agent does by itself: ACK to 2xx, 200 to CANCEL and BYE, 487 after CANCEL.
   *
   * @param scripted whether a later step sends the ACK or answers the request
   */
  void react(Event.Arrived arrived, boolean scripted) {
    SipMessage message = arrived.arrival().message();
    if (message.isResponse()) {
      boolean answered = message.method().equals("INVITE") && message.status().orElse(0) / 100 == 2;
      if (answered && arrived.again()) {
        call.acknowledgeAgain(message);
      } else if (answered) {
        accepted(message, scripted);
      } else if (!arrived.again() && !scripted && call.leg().own().answersInvite(message)) {
        refused(message);
      }
      return;
    }
    if (arrived.again()) {
      return;
    }
    switch (message.method()) {
      case "ACK" -> {}
      case "CANCEL" -> cancelled(arrived.arrival());
      case "INVITE", "UPDATE" -> {
        if (!scripted && !call.leg().their().isFirst(arrived.arrival())) {
          refresh(arrived.arrival());
        }
      }
      default -> {
        if (!scripted) {
          ResponseBuilder ok = ResponseBuilder.to(arrived.arrival(), 200);
          if (message.method().equals("OPTIONS")) {
            ok.header("Allow", Outbox.ALLOW);
          }
          call.respond(arrived.arrival(), ok.build());
        }
      }
    }
  }

  /**
   * Acknowledges a 2xx; the call of another fork that answered too is ended at once (§13.2.2.4).
   */
  private void accepted(SipMessage response, boolean scripted) {
    Fork fork = call.leg().forks().from(response).orElse(null);
    boolean other = !call.leg().owns(response);
    if (fork != null && other) {
      call.acknowledge(fork, OfferSpec.EMPTY, List.of());
    } else if (fork != null && !scripted) {
      acknowledgement.accepted(fork);
    }
    if (fork != null && other) {
      call.hangUp(fork);
    }
  }

  private void refused(SipMessage response) {
    if (response.status().orElse(0) >= 300) {
      acknowledgement.refused(response);
    }
  }

  /**
   * Answers a re-INVITE or UPDATE as a user agent does whose user has nothing against it: 200 and
   * what RFC 3264 answers; an offer that cannot be answered gets 488 (RFC 3261 §14.2).
   */
  void refresh(Arrival request) {
    boolean invite = request.message().method().equals("INVITE");
    ResponseBuilder out = ResponseBuilder.to(request, 200).contact(call.contact());
    try {
      if (invite || request.message().hasSdp()) {
        Media media = call.leg().forks().mediaOf(request.message());
        Call.describe(media, invite, Optional.empty(), actor.answer(), media.again(actor.offer()))
            .ifPresent(b -> out.body("application/sdp", b));
      }
    } catch (Unplayable e) {
      call.respond(request, ResponseBuilder.to(request, 488).build());
      return;
    }
    call.respond(request, out.build());
  }

  private void cancelled(Arrival cancel) {
    call.endpoint()
        .respond(
            cancel,
            ResponseBuilder.to(cancel, call.leg().their().incoming().isPresent() ? 200 : 481)
                .build());
    if (call.leg().their().isPending()) {
      Arrival invite = call.leg().their().incoming().orElseThrow();
      call.respond(invite, ResponseBuilder.to(invite, 487).build());
    }
  }

  /** Answers the pending INVITE: 180, then 200 by RFC 3264. */
  void answer() {
    Arrival invite = call.leg().their().incoming().orElseThrow();
    String contact = call.contact();
    call.respond(invite, ResponseBuilder.to(invite, 180).contact(contact).build());
    ResponseBuilder ok = ResponseBuilder.to(invite, 200).contact(contact);
    Call.describe(call.leg().media(), true, Optional.empty(), Optional.empty(), actor.offer())
        .ifPresent(b -> ok.body("application/sdp", b));
    call.respond(invite, ok.build());
  }

  /** Refuses the INVITE that waits for an answer. */
  void refuse(int status, String phrase) {
    Arrival invite = call.leg().their().unanswered("INVITE").orElseThrow();
    call.respond(invite, ResponseBuilder.to(invite, status).reason(phrase).build());
  }

  /**
   * Lets go of the call as its state asks; what was done, in words, or empty when there is nothing
   * to do now.
   */
  Optional<String> release() {
    acknowledgement.settle();
    if (call.leg().isClear()) {
      return Optional.empty();
    }
    try {
      return actor.role() == Actor.Role.CALLER ? releaseCaller() : releaseCallee();
    } catch (UncheckedIOException | Unplayable e) {
      return Optional.of(actor.name() + " could not let go: " + e.getMessage());
    }
  }

  private Optional<String> releaseCaller() {
    if (call.leg().isAnswered()) {
      return hangUp();
    }
    if (call.leg().own().mayCancel()) {
      call.cancel();
      return Optional.of(actor.name() + " sent CANCEL");
    }
    return Optional.empty();
  }

  private Optional<String> releaseCallee() {
    if (call.leg().their().isPending()) {
      // Nobody may CANCEL an INVITE that shows no sign of life (RFC 3261 §9.1).
      if (actor.manners().trying()) {
        call.leg().refusing();
      }
      refuse(480, "Temporarily Unavailable");
      return Optional.of(actor.name() + " refused with 480");
    }
    return hangUp();
  }

  /** Ends every dialog that is up: where a call was forked there may be several. */
  private Optional<String> hangUp() {
    List<Fork> up = call.leg().forks().all().stream().filter(Fork::mayHangUp).toList();
    for (Fork fork : up) {
      if (fork.owesAck()) {
        call.acknowledge(fork, OfferSpec.EMPTY, List.of());
      }
      call.leg().hangingUp();
      call.hangUp(fork);
    }
    return up.isEmpty() ? Optional.empty() : Optional.of(actor.name() + " sent BYE");
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
          release();
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
